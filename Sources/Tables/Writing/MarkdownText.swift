/// Texts escaped for GitHub's Markdown, so that they come out as written.
enum MarkdownText {
  /// Writes a text for a cell of a table.
  @Sendable
  static func append(_ text: String, to bytes: inout [UInt8]) {
    VisibleText.append(text, to: &bytes, lineBreak: "<br>") { before, scalar, after in
      switch scalar {
      case "\\", "|", "*", "`", "[", "]", "<", "&", "~": "\\\(scalar)"
      // Inside a word an underscore is a letter like any other.
      case "_": isInWord(before) && isInWord(after) ? nil : "\\_"
      default: nil
      }
    }
  }

  /// Writes a text for an item of a list, which must not begin a heading, quotation or list.
  static func appendItem(_ text: String, to bytes: inout [UInt8]) {
    if let first = text.utf8.first, "#+->=".utf8.contains(first) {
      bytes.append(UInt8(ascii: "\\"))
    }
    append(text, to: &bytes)
  }

  private static func isInWord(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
