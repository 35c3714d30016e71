import Columnar
import SourceText

extension Lexer {
  /// `"text"` with the escapes `\" \\ \n \t \u{…}`, on one line.
  mutating func textLiteral() {
    let start = position
    position += 1
    var text: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        add(.text, from: start, text: String(decoding: text, as: UTF8.self))
        return
      case _ where endsLine:
        unclosedText(from: start)
        return
      case UInt8(ascii: "\\"): escape(into: &text)
      default:
        text.append(byte)
        position += 1
      }
    }
    unclosedText(from: start)
  }

  private mutating func unclosedText(from start: Int) {
    fault(
      "unclosed-text", "this text is not closed", from: start,
      label: "no closing `\"` on this line",
      notes: ["a text ends on the line it begins; write a line break as `\\n`"])
  }

  private mutating func escape(into text: inout [UInt8]) {
    let start = position
    position += 1
    switch current {
    case UInt8(ascii: "\""): text.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): text.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      if let scalar = unicodeEscape() {
        text.append(contentsOf: String(Character(scalar)).utf8)
      } else if !endsLine {
        escapeFault(
          "a Unicode escape is written `\\u{…}` with the number of a character in hexadecimal",
          from: start)
      }
      return
    case _ where endsLine: return
    default:
      position += scalar()?.length ?? 1
      escapeFault("escapes are `\\\"`, `\\\\`, `\\n`, `\\t` and `\\u{…}`", from: start)
      return
    }
    position += 1
  }

  private mutating func escapeFault(_ note: String, from start: Int) {
    report("unknown-escape", "this escape is not known", from: start, notes: [note])
  }

  /// Reads `u{…}`; the position ends after the brace, or after what was read when it is wrong.
  private mutating func unicodeEscape() -> Unicode.Scalar? {
    position += 1
    guard current == UInt8(ascii: "{") else { return nil }
    position += 1
    let start = position
    while let byte = current, Unicode.Scalar(byte).properties.isASCIIHexDigit { position += 1 }
    let digits = file.text(SourceRange(start, position))
    guard current == UInt8(ascii: "}") else { return nil }
    position += 1
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
  }

  /// `` `any name` ``
  mutating func quotedName() {
    let start = position
    position += 1
    while !endsLine, current != UInt8(ascii: "`") { position += 1 }
    guard current == UInt8(ascii: "`") else {
      fault("unclosed-name", "this name is not closed", from: start, label: "no closing backtick")
      return
    }
    position += 1
    let text = file.text(SourceRange(start + 1, position - 1))
    if text.isEmpty {
      fault("empty-name", "a name cannot be empty", from: start)
    } else {
      add(.quotedName, from: start, text: text)
    }
  }

  /// `$name`
  mutating func parameter() {
    let start = position
    position += 1
    skipName()
    let text = file.text(SourceRange(start + 1, position))
    if text.isEmpty || Self.isDigit(text.utf8.first) {
      fault(
        "parameter-name", "a name is expected after `$`", from: start,
        notes: ["`$theme` is a param or a one-cell `let`"])
    } else {
      add(.parameter, from: start, text: text)
    }
  }

  /// `12`, `1_000`, `0.5`; `1..3` is a range of two integers.
  mutating func number() {
    let start = position
    digits()
    var kind = Token.Kind.integer
    if current == UInt8(ascii: "."), Self.isDigit(byte(after: 1)) {
      kind = .number
      position += 1
      digits()
    }
    if startsName {
      skipName()
      let period = PeriodParser.parse(file.text(SourceRange(start, position)))
      fault(
        "number-format", "this is neither a number nor a name", from: start,
        notes: [
          period.map { "a period is written with `@`: `@\($0.standard.text)`" }
            ?? "a name cannot begin with a digit; put it in backticks"
        ])
      return
    }
    let text = file.text(SourceRange(start, position)).filter { $0 != "_" }
    if text.utf8.count > 1, text.hasPrefix("0"), !text.hasPrefix("0.") {
      fault(
        "number-format", "a number does not begin with 0", from: start,
        notes: ["a code is a text, `\"\(text)\"`; a day is written `@2020-05-01`"])
      return
    }
    if kind == .integer, Int64(text) == nil {
      fault(
        "integer-range", "this integer is too large", from: start,
        notes: ["integers run to \(Int64.max)"])
    } else {
      add(kind, from: start, text: text)
    }
  }

  private mutating func digits() {
    while Self.isDigit(current) || (current == UInt8(ascii: "_") && Self.isDigit(byte(after: 1))) {
      position += 1
    }
  }

  /// `@2020`, `@2020Q1`, `@2020-05`, `@2020-W05`, `@2020-05-01`: whether it is a period is asked by
  /// the parser.
  mutating func period() {
    let start = position
    position += 1
    while let byte = current,
      byte == UInt8(ascii: "-") || Self.isNameScalar(Unicode.Scalar(byte)) && byte < 0x80
    { position += 1 }
    add(.period, from: start, text: file.text(SourceRange(start + 1, position)))
  }
}
