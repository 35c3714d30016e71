import Columnar
import Planning

extension WindowFunction {
  /// The value in a named period.
  static let at = WindowFunction(
    "at", Signature([.any("x"), .value("period", .period, constant: true)]),
    UnitDocumentation(
      "at(x, PERIOD)", "The value of x in a named period of its series.",
      details: ["Without that period: `missing: base_missing`."],
      examples: ["population | derive first = at(inhabitants, 2020) | where year = 2021 | take 3"]),
    reach: .periods(PeriodSteps.named), meaning: .same, isTotal: true,
    result: { $0.first ?? .number },
    evaluate: prior.evaluate)
}
