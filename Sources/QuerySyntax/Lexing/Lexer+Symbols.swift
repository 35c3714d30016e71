import SourceText

extension Lexer {
  /// Whether a typographic quote, dash or space of word processors stands here: never a name.
  var isTypographic: Bool {
    guard let lead = current, lead >= 0xC2 else { return false }
    if lead == 0xC2, byte(after: 1) == 0xA0 { return true }
    if lead == 0xE2, byte(after: 1) == 0x80 { return true }
    return lead == 0xEF && byte(after: 1) == 0xBB && byte(after: 2) == 0xBF
  }

  /// An operator or punctuation, the longest that fits, or a fault that names the right spelling.
  mutating func symbol() {
    let start = position
    if let second = byte(after: 1), second < 0x80, bytes[start] < 0x80 {
      let pair = String(decoding: bytes[start..<(start + 2)], as: UTF8.self)
      if let replacement = Self.foreign[pair] {
        position += 2
        fault(
          "foreign-operator", "`\(pair)` is not an operator here", from: start,
          label: "write `\(replacement)`")
        return
      }
      if let symbol = Token.Symbol(rawValue: pair) {
        position += 2
        add(.symbol(symbol), from: start, text: pair)
        return
      }
    }
    if bytes[start] < 0x80, let single = Token.Symbol(rawValue: character(bytes[start])) {
      position += 1
      add(.symbol(single), from: start, text: single.rawValue)
    } else if bytes[start] == UInt8(ascii: ";") {
      position += 1
      add(.endOfStatement, from: start, text: ";")
    } else {
      unknownCharacter()
    }
  }

  private static let foreign = ["&&": "and", "||": "or", "<>": "!=", "=>": ">=", "=<": "<="]

  private func character(_ byte: UInt8) -> String { String(decoding: [byte], as: UTF8.self) }

  private mutating func unknownCharacter() {
    let start = position
    position += 1
    while let byte = current, byte & 0xC0 == 0x80 { position += 1 }
    let text = file.text(SourceRange(start, position))
    switch text {
    case "'":
      // The whole quoted piece is one fault, not one for each of its words.
      while let byte = current, byte != UInt8(ascii: "'"), byte != 0x0A, byte != 0x7C {
        position += 1
      }
      if current == UInt8(ascii: "'") { position += 1 }
      fault(
        "single-quote", "text stands in double quotes", from: start,
        label: "write `\"` instead of `'`", notes: ["`\"'s-Gravenhage\"` is a text"])
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{2019}":
      fault(
        "typographic-quote", "this quotation mark is not a double quote", from: start,
        label: "write `\"`")
    case "\u{2013}", "\u{2014}", "\u{2212}":
      fault("typographic-dash", "this dash is not a minus sign", from: start, label: "write `-`")
    case "!": fault("foreign-operator", "`!` is not an operator", from: start, label: "write `not`")
    case "&":
      fault(
        "foreign-operator", "`&` is not an operator", from: start,
        label: "write `and`, or `++` to join texts")
    case "%":
      fault("foreign-operator", "`%` is not an operator", from: start, label: "write `mod`")
    case "{", "}":
      fault("unknown-character", "`\(text)` is not used in the language", from: start,
        notes: ["lists stand in `[ ]`, calls and tables in `( )`"])
    default:
      let value = text.unicodeScalars.first?.value ?? 0
      let shown = value < 0x20 || value == 0xA0 || value == 0x7F || (0x2000...0x200F).contains(value)
        ? "character U+" + hexadecimal(value) : "`\(text)`"
      fault("unknown-character", "\(shown) is not used in the language", from: start)
    }
  }

  private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
