import Columnar
import Planning

extension ScalarFunction {
  /// The largest whole number not above x.
  static let floor = ScalarFunction(
    "floor", Signature([.numeric("x")]),
    UnitDocumentation(
      "floor(x)", "The largest whole number not above x.",
      examples: ["population | derive x = floor(inhabitants / 1000) | take 2"]),
    meaning: .same, result: { $0.first ?? .number }
  ) { arguments, _ in Rounding.mapped(arguments[0]) { $0.rounded(.down) } }
}
