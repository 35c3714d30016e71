import Columnar
import Planning

extension ScalarFunction {
  /// The square root.
  static let squareRoot = elementary(
    "sqrt", "The square root of a number; of one below zero `missing: out_of_domain`.") {
      $0.squareRoot()
    }

  /// The natural logarithm.
  static let naturalLogarithm = elementary(
    "ln", "The natural logarithm; of zero or less `missing: out_of_domain`.",
    ElementaryFunctions.naturalLogarithm)

  /// The logarithm to base 10.
  static let decimalLogarithm = elementary(
    "log10", "The logarithm to base 10; of zero or less `missing: out_of_domain`.",
    ElementaryFunctions.decimalLogarithm)

  /// e to a power.
  static let exponential = elementary(
    "exp", "e to the power x; where that is too large for a number `missing: out_of_domain`.",
    ElementaryFunctions.exponential)

  private static func elementary(
    _ name: String, _ summary: String, _ compute: @escaping @Sendable (Double) -> Double
  ) -> ScalarFunction {
    ScalarFunction(
      name, Signature([.numeric("x")]),
      UnitDocumentation(
        "\(name)(x)", summary,
        details: name == "sqrt" ? [] : ["Rounded to 13 digits, the same on every machine."],
        examples: [
          "population | where year = 2023 | derive y = round(\(name)(inhabitants / 100000), 4) | take 2"
        ]),
      result: { _ in .number }
    ) { arguments, count in
      guard let numbers = arguments[0].numbers else { return arguments[0] }
      var values = [Double](repeating: 0, count: count)
      var missing = [UInt8](repeating: 0, count: count)
      for row in 0..<count where (arguments[0].missing?[row] ?? 0) == 0 {
        let value = compute(numbers[row])
        if value.isFinite {
          values[row] = value
        } else {
          missing[row] = MissingReason.outOfDomain.rawValue
        }
      }
      return Column(.number(values, scale: nil), missing: missing)
    }
  }
}
