import Columnar
import Planning

extension WindowFunction {
  /// The value relative to that of a base period, which is 100.
  static let index = WindowFunction(
    "index",
    Signature([.numeric("x"), .value("base", .period, constant: true, labelled: true)]),
    UnitDocumentation(
      "index(x, base: PERIOD)", "The value of x with that of a named period of its series as 100.",
      details: [
        "A series without that period is `missing: base_missing`: no other period takes its place.",
        "A base of zero gives `missing: base_zero`, a negative base `base_negative`.",
      ],
      examples: [
        "population | sum inhabitants by province, year "
          + "| derive level = index(inhabitants, base: 2020) | take 4"
      ]),
    reach: .periods(PeriodSteps.named), meaning: .index, result: { _ in .number }
  ) { frame in
    Comparing.column(frame) { current, base in
      if base == 0 { return .missing(.baseZero) }
      if base < 0 { return .missing(.baseNegative) }
      return .value(current / base * 100)
    }
  }
}
