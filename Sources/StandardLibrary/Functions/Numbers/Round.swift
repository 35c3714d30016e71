import Columnar
import Planning

extension ScalarFunction {
  /// The number with so many decimals, half away from zero.
  static let round = ScalarFunction(
    "round",
    Signature([.numeric("x"), .value("decimals", .integer, optional: true, constant: true)]),
    UnitDocumentation(
      "round(x, DECIMALS)",
      "The number rounded to so many decimals, none without the second argument.",
      details: [
        "Half is rounded away from zero, judged by the decimal digits one sees: "
          + "`round(1536.25, 1)` is 1536.3."
      ],
      examples: ["population | derive x = round(inhabitants / 1000, 1) | take 2"]),
    meaning: .same, result: { $0.first ?? .number }
  ) { arguments, _ in
    var decimals = 0
    if arguments.count > 1, case .integer(let wanted) = arguments[1].storage, let first = wanted.first,
      arguments[1].missing == nil
    {
      guard (-18...18).contains(first) else {
        throw EvaluationFault(
          code: "out-of-domain", "`round` takes -18 to 18 decimals, this is \(first)", row: 0)
      }
      decimals = Int(first)
    }
    return Rounding.rounded(arguments[0], decimals: decimals)
  }
}
