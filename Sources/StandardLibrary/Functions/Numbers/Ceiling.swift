import Columnar
import Planning

extension ScalarFunction {
  /// The smallest whole number not below x.
  static let ceiling = ScalarFunction(
    "ceil", Signature([.numeric("x")]),
    UnitDocumentation(
      "ceil(x)", "The smallest whole number not below x.",
      examples: ["population | derive x = ceil(inhabitants / 1000) | take 2"]),
    meaning: .same, result: { $0.first ?? .number }
  ) { arguments, _ in Rounding.mapped(arguments[0]) { $0.rounded(.up) } }
}
