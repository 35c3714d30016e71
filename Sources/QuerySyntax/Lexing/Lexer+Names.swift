extension Lexer {
  /// Whether a text can stand bare as a name, apart from being a reserved word.
  static func isBareName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, !isDigit(UInt8(exactly: first.value)) else {
      return false
    }
    return text.unicodeScalars.allSatisfy(isNameScalar)
  }

  /// Letters, digits, marks, `_`, and signs such as `€` and `°`; no punctuation, mathematical
  /// signs or spaces, which word processors put in the place of operators and quotes.
  static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_": return true
      default: return false
      }
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
      .otherSymbol, .currencySymbol, .modifierSymbol:
      // U+FFFD stands for what could not be read.
      return scalar != "\u{FFFD}"
    default: return false
    }
  }

  static func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  /// The scalar at the current position and its length in bytes.
  func scalar() -> (scalar: Unicode.Scalar, length: Int)? {
    guard let lead = current else { return nil }
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32((byte(after: offset) ?? 0) & 0x3F) }
    return Unicode.Scalar(value).map { ($0, length) }
  }

  /// Whether a letter or another scalar of a name stands here, not a digit.
  var startsName: Bool {
    guard !Self.isDigit(current), let (scalar, _) = scalar() else { return false }
    return Self.isNameScalar(scalar)
  }

  /// Passes the scalars of a name.
  mutating func skipName() {
    while let (scalar, length) = scalar(), Self.isNameScalar(scalar) { position += length }
  }
}
