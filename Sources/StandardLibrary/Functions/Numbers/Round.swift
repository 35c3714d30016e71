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
    if arguments.count > 1, case .integer(let wanted) = arguments[1].storage,
      let first = wanted.first,
      arguments[1].missing == nil
    {
      // No number has more than 400 digits before or behind the point.
      decimals = Int(min(max(first, -400), 400))
    }
    return try Rounding.rounded(arguments[0], decimals: decimals)
  }
}
