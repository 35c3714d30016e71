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
      ],
      examples: ["population | derive g = growth(inhabitants) | where year = 2021 | take 3"]),
    meaning: .relative, result: { _ in .number }
  ) { frame in
    guard frame.kind == .cumulative else {
      return Comparing.column(frame, compute: relative)
    }
    let flow = try change.evaluate(frame)
    return Comparing.column(
      WindowFrame(argument: flow, base: frame.base, reason: frame.reason, kind: .amount),
      compute: relative)
  }

  private static func relative(_ current: Double, _ base: Double) -> Comparing.Result {
    if base == 0 { return .missing(.baseZero) }
    if base < 0 { return .missing(.baseNegative) }
    return .value((current - base) / base * 100)
  }
}
