import SourceText

extension Lexer {
  /// An operator or punctuation, the longest that fits, or a fault that names the right spelling.
  mutating func symbol() {
    let start = position
    guard let (scalar, length) = scalar() else {
      position += 1
      return fault("unknown-character", "this is not a character", from: start)
    }
    if let next = byte(after: length), next < 0x80, scalar.isASCII {
      let pair = String(scalar) + String(Unicode.Scalar(next))
      if let symbol = Token.Symbol(rawValue: pair) {
        position += 2
        return add(.symbol(symbol), from: start, text: pair)
      }
      if let sign = piped(scalar) {
        position += sign.utf8.count
        return foreign(sign, from: start)
      }
      if Self.meant[pair] != nil {
        position += 2
        return foreign(pair, from: start)
      }
    }
    let single = String(scalar)
    position += length
    if let symbol = Token.Symbol(rawValue: single), symbol != .point || isBetweenNames(start) {
      add(.symbol(symbol), from: start, text: single)
    } else if scalar == ";" {
      add(.endOfStatement, from: start, text: single)
    } else if Self.meant[single] != nil {
      foreign(single, from: start)
    } else if Self.quotes.contains(scalar) {
      foreignQuote(scalar, from: start)
    } else {
      unknown(scalar, from: start)
    }
  }

  /// Whether the sign just passed stands against a name on both sides.
  private func isBetweenNames(_ start: Int) -> Bool {
    guard let last = tokens.last, last.range.upper == start else { return false }
    switch last.kind {
    case .name, .quotedName: return startsName || current == UInt8(ascii: "`")
    default: return false
    }
  }

  /// Operators of other languages and of word processors, with what is meant.
  private static let meant: [String: Token.Kind] = [
    "&&": .reserved(.and), "||": .reserved(.or), "<>": .symbol(.notEqual),
    "=>": .symbol(.greaterOrEqual), "=<": .symbol(.lessOrEqual), "**": .symbol(.power),
    "!": .reserved(.not), "&": .reserved(.and), "%": .reserved(.mod),
    "\u{2013}": .symbol(.minus), "\u{2014}": .symbol(.minus), "\u{2212}": .symbol(.minus),
    "\u{00D7}": .symbol(.times), "\u{00F7}": .symbol(.over), "\u{2260}": .symbol(.notEqual),
    "\u{2264}": .symbol(.lessOrEqual), "\u{2265}": .symbol(.greaterOrEqual),
    "\u{2026}": .symbol(.range), ":=": .symbol(.equal), "|>": .symbol(.pipe),
    "%>%": .symbol(.pipe), "%in%": .reserved(.in), "//": .reserved(.div),
  ]

  /// An operator between two `%`, as R writes them.
  private func piped(_ scalar: Unicode.Scalar) -> String? {
    guard scalar == "%" else { return nil }
    return ["%>%", "%in%"].first { sign in
      file.utf8[position...].prefix(sign.utf8.count).elementsEqual(sign.utf8)
    }
  }

  /// Whether no operand can follow: the statement, the stage, the item or a bracket ends here.
  private var endsOperand: Bool {
    let next = file.utf8[position...].first { $0 != 0x20 && $0 != 0x09 }
    return next.map { [0x0A, 0x0D, 0x29, 0x2C, 0x3B, 0x5D, 0x7C].contains($0) } ?? true
  }

  /// Reads on with the operator that is meant, so that one slip is one fault.
  private mutating func foreign(_ text: String, from start: Int) {
    guard let kind = Self.meant[text] else { return }
    if text == "%", endsOperand {
      return report(
        "foreign-operator", "`%` is not an operator", from: start,
        label: "leave it out: a percentage is a number, such as `50` or `0.5`")
    }
    let right: String
    switch kind {
    case .reserved(let word): right = word.rawValue
    case .symbol(let symbol): right = symbol.rawValue
    default: return
    }
    let others =
      switch text {
      case "&": ", or `++` to join texts"
      case "||": ", `++` to join texts, or one `|` before a verb"
      case "//": ", or `#` before a comment"
      default: ""
      }
    fault(
      "foreign-operator", "`\(text)` is not an operator", from: start,
      label: "write `\(right)`\(others)", meant: (kind, right))
  }

  private static let quotes: Set<Unicode.Scalar> = [
    "'", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201C}", "\u{201D}", "\u{201E}", "\u{00AB}",
    "\u{00BB}",
  ]

  /// A text in other quotes is one fault, and is read as a text when it is closed on its line.
  private mutating func foreignQuote(_ open: Unicode.Scalar, from start: Int) {
    // `Regio's`: read on with the name without it.
    if open != "\"", startsName, let last = tokens.last, last.kind == .name,
      last.range.upper == start
    {
      skipName()
      let name = last.text + file.text(SourceRange(start, position))
      return report(
        "apostrophe-in-name", "a bare name has no apostrophe", from: start,
        label: "write it in backticks: `` `\(name)` ``")
    }
    let inside = position
    while !endsLine, current != UInt8(ascii: "|"), let (scalar, length) = scalar() {
      // `'` closes only `'`; the others come in pairs that differ by country.
      let closes = open == "'" ? scalar == "'" : scalar != "'" && Self.quotes.contains(scalar)
      guard closes || (open != "'" && scalar == "\"") else {
        position += length
        continue
      }
      let text = file.text(SourceRange(inside, position))
      position += length
      return quoteFault(open, from: start, meant: (.text, text))
    }
    quoteFault(open, from: start, meant: nil)
  }

  private mutating func quoteFault(
    _ open: Unicode.Scalar, from start: Int, meant: (kind: Token.Kind, text: String)?
  ) {
    if open == "'" {
      fault(
        "single-quote", "text stands in double quotes", from: start,
        label: "write `\"` instead of `'`", notes: ["`\"'s-Gravenhage\"` is a text"],
        meant: meant)
    } else {
      fault(
        "typographic-quote", "text stands in straight double quotes", from: start,
        label: "write `\"` instead of `\(open)`", meant: meant)
    }
  }

  /// A run of the same unknown character is one fault.
  private mutating func unknown(_ scalar: Unicode.Scalar, from start: Int) {
    while let (next, length) = self.scalar(), next == scalar { position += length }
    var notes: [String] = []
    // A pair of braces is one fault.
    if scalar == "{" { openBraces += position - start }
    if scalar == "}", openBraces > 0 {
      openBraces -= min(openBraces, position - start)
      return add(.invalid, from: start, text: "}")
    }
    switch scalar {
    case "{", "}": notes = ["lists stand in `[ ]`, calls and tables in `( )`"]
    case ".": notes = ["a number has digits on both sides of its point; a range is written `a..b`"]
    case "\r": notes = ["lines end in LF or CR LF"]
    case "?": notes = ["a choice is written `if C then A else B`"]
    case "\\": notes = ["escapes stand in texts only; a statement goes on on an indented line"]
    default: break
    }
    fault(
      "unknown-character", "\(Self.shown(scalar)) is not used in the language", from: start,
      notes: notes)
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned,
      .privateUse, .surrogate:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "the character U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    default: return "`\(scalar)`"
    }
  }
}
