/// Texts escaped for html.
enum HTMLText {
  /// Writes a text for an element or a quoted attribute.
  @Sendable
  static func append(_ text: String, to bytes: inout [UInt8]) {
    append(text, to: &bytes, lineBreak: "<br>")
  }

  /// Writes a text for a quoted attribute, in which no element may stand.
  static func appendAttribute(_ text: String, to bytes: inout [UInt8]) {
    append(text, to: &bytes, lineBreak: VisibleText.lineBreak)
  }

  private static func append(_ text: String, to bytes: inout [UInt8], lineBreak: String) {
    VisibleText.append(text, to: &bytes, lineBreak: lineBreak) { before, scalar, _ in
      switch scalar {
      // A mark at the start would combine with the tag before it when a program normalises text.
      case _ where before == nil && isMark(scalar): "&#x\(String(scalar.value, radix: 16));"
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: nil
      }
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }
}
