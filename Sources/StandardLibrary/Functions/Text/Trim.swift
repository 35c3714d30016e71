import Columnar
import Planning

extension ScalarFunction {
  /// The text without white space around it.
  static let trim = ScalarFunction(
    "trim", Signature([.value("text", .text)]),
    UnitDocumentation(
      "trim(text)", "The text without white space around it.",
      examples: ["municipalities | derive x = trim(name) | select name, x | take 2"]),
    result: { _ in .text }
  ) { arguments, _ in Mapping.texts(arguments[0], Trimming.trimmed) }
}

/// Removing white space.
enum Trimming {
  static func trimmed(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
