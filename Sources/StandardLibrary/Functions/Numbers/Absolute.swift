import Columnar
import Planning

extension ScalarFunction {
  /// The number without its sign.
  static let absolute = ScalarFunction(
    "abs", Signature([.numeric("x")]),
    UnitDocumentation(
      "abs(x)", "The number without its sign.",
      examples: ["population | derive x = abs(inhabitants / 1000) | take 2"]),
    meaning: .same, result: { $0.first ?? .number }
  ) { arguments, _ in try Rounding.absolute(arguments[0]) }
}
