/// Texts made safe for a line: what would break a line or a terminal becomes a sign one can see.
enum VisibleText {
  /// What stands for a line break where a cell has one line.
  static let lineBreak = "␤"

  /// Writes a text. `escape` gives what replaces a scalar, seen with its neighbours, or nil to
  /// keep it; line breaks and control characters never reach it.
  static func append(
    _ text: String, to bytes: inout [UInt8], lineBreak: String = lineBreak,
    escape: (_ before: Unicode.Scalar?, Unicode.Scalar, _ after: Unicode.Scalar?) -> String?
  ) {
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : nil
      if isLineBreak(scalar) {
        if scalar != "\n" || before != "\r" { bytes += lineBreak.utf8 }
      } else if let sign = sign(of: scalar) {
        bytes += String(sign).utf8
      } else {
        let after = index + 1 < scalars.count ? scalars[index + 1] : nil
        bytes += (escape(before, scalar, after) ?? String(scalar)).utf8
      }
    }
  }

  /// Writes a text for a line of plain text.
  static func appendPlain(_ text: String, to bytes: inout [UInt8]) {
    append(text, to: &bytes) { _, _, _ in nil }
  }

  /// A text as one line of plain text.
  static func plain(_ text: String) -> String {
    var bytes: [UInt8] = []
    appendPlain(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// The control pictures of Unicode for the C0 set; a replacement sign for C1, and for the
  /// characters that turn the direction of the rest of the line.
  private static func sign(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: nil
    }
  }
}
