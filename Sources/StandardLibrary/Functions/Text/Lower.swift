import Columnar
import Planning

extension ScalarFunction {
  /// The text in lower case.
  static let lower = ScalarFunction(
    "lower", Signature([.value("text", .text)]),
    UnitDocumentation(
      "lower(text)", "The text in lower case.",
      examples: ["municipalities | derive x = lower(name) | select name, x | take 2"]),
    result: { _ in .text }
  ) { arguments, _ in Mapping.texts(arguments[0]) { $0.lowercased() } }
}
