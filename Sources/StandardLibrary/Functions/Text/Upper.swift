import Columnar
import Planning

extension ScalarFunction {
  /// The text in capitals.
  static let upper = ScalarFunction(
    "upper", Signature([.value("text", .text)]),
    UnitDocumentation(
      "upper(text)", "The text in capitals.",
      examples: ["municipalities | derive x = upper(name) | select name, x | take 2"]),
    result: { _ in .text }
  ) { arguments, _ in Mapping.texts(arguments[0]) { $0.uppercased() } }
}
