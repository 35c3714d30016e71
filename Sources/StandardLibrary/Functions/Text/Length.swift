import Columnar
import Planning

extension ScalarFunction {
  /// The number of characters.
  static let length = ScalarFunction(
    "length", Signature([.value("text", .text)]),
    UnitDocumentation(
      "length(text)", "The number of characters.",
      examples: ["municipalities | derive x = length(name) | select name, x | take 2"]),
    result: { _ in .integer }
  ) { arguments, _ in Mapping.integers(arguments[0]) { $0.count } }
}
