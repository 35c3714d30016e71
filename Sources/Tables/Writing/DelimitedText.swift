import Columnar

/// Texts for csv and tsv.
enum DelimitedText {
  /// Writes a text for csv by RFC 4180.
  ///
  /// Quoted is what holds the delimiter, a quotation mark or a line break; further an empty text,
  /// to tell it from a missing cell, and, where missing cells name their reason, a text that is
  /// the name of one.
  static func appendCSV(
    _ text: String, delimiter: UInt8, quotesReasons: Bool, to bytes: inout [UInt8]
  ) {
    let mustQuote =
      text.isEmpty
      || text.utf8.contains { byte in
        switch byte {
        case delimiter, UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
        default: false
        }
      }
      || quotesReasons && MissingReason(name: text) != nil
    guard mustQuote else {
      bytes += text.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a text for tsv: tab, line breaks and backslash as `\t`, `\n`, `\r` and `\\`.
  @Sendable
  static func appendTSV(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      default: bytes.append(byte)
      }
    }
  }
}
