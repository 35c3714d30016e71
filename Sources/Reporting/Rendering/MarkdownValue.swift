/// A value inside Markdown, escaped so that it reads as it is.
enum MarkdownValue {
  /// The text on one line; `startsLine` escapes what would begin a list, heading or quotation too.
  static func escape(_ text: String, startsLine: Bool = false) -> String {
    var result = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", "&", "~", "|": result += "\\"
      case "#", "+", "-", "=", ">": if startsLine, index == 0 { result += "\\" }
      case ".", ")":
        // "12. " at the start of a line would be an item of a list.
        let isNumber = !result.isEmpty && result.utf8.allSatisfy { (0x30...0x39).contains($0) }
        if startsLine, isNumber { result += "\\" }
      default: break
      }
      switch scalar.value {
      case 0..<0x20, 0x85, 0x2028, 0x2029: result += " "
      case 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
