/// Texts as JSON strings.
package enum JSONText {
  /// Writes a text with its quotation marks.
  ///
  /// Escaped is what JSON demands, and the characters that end a line in JavaScript or steer a
  /// terminal (U+007F to U+009F, U+2028, U+2029), so that a line of output is always one line.
  @Sendable
  package static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\r": bytes += "\\r".utf8
      case "\t": bytes += "\\t".utf8
      case "\u{08}": bytes += "\\b".utf8
      case "\u{0C}": bytes += "\\f".utf8
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        bytes += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
      default: bytes += String(scalar).utf8
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A text as the bytes of a JSON string.
  static func bytes(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return bytes
  }
}
