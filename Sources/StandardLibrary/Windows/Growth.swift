import Columnar
import Planning

extension WindowFunction {
  /// The relative change in percent.
  static let growth = WindowFunction(
    "growth",
    Signature([.numeric("x"), .value("periods", .integer, optional: true, constant: true)]),
    UnitDocumentation(
      "growth(x, PERIODS)",
      "The change of x in percent of its value one period earlier, or more: (x − p) / p × 100.",
      details: [
        "A base of zero gives `missing: base_zero`, a negative base `base_negative`.",
        "Of a cumulative the flows of the two periods are compared.",
        "In a mixed measure a row that is a percentage is `missing: not_applicable`.",
      ],
      examples: ["population | derive g = growth(inhabitants) | where year = 2021 | take 3"]),
    reach: .periods(PeriodSteps.back), meaning: .relative,
    result: { _ in .number }
  ) { frame in
    guard let kinds = frame.kinds else {
      return frame.kind == .cumulative
        ? try ofFlows(frame) : Comparing.column(frame, compute: relative)
    }
    return Comparing.mixed(
      kinds, plain: Comparing.column(frame, compute: relative), flows: try ofFlows(frame))
  }

  /// Of a running total the change of the period compared with that of the earlier one.
  private static func ofFlows(_ frame: WindowFrame) throws -> Column {
    Comparing.column(frame.of(try change.evaluate(frame), kind: .amount), compute: relative)
  }

  private static func relative(_ current: Double, _ base: Double) -> Comparing.Result {
    if base == 0 { return .missing(.baseZero) }
    if base < 0 { return .missing(.baseNegative) }
    return .value((current - base) / base * 100)
  }
}
