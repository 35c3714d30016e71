import Columnar
import Planning

extension WindowFunction {
  /// The difference with an earlier period.
  static let change = WindowFunction(
    "change",
    Signature([.numeric("x"), .value("periods", .integer, optional: true, constant: true)]),
    UnitDocumentation(
      "change(x, PERIODS)", "The value of x minus its value one period earlier, or more.",
      details: ["A percentage changes in percentage points; a cumulative by the period's flow."],
      examples: ["population | derive more = change(inhabitants) | where year = 2021 | take 3"]),
    reach: .periods(PeriodSteps.back), meaning: .difference,
    result: { $0.first ?? .number }
  ) { frame in
    guard let integers = frame.argument.integers else { return decimals(frame) }
    var values = [Int64](repeating: 0, count: integers.count)
    let base = frame.base
    let shape = Comparing.column(frame) { current, base in .value(current - base) }
    for row in values.indices where (shape.missing?[row] ?? 0) == 0 {
      let (difference, overflow) = integers[row].subtractingReportingOverflow(
        integers[base[row]])
      guard !overflow else {
        throw EvaluationFault(
          code: "integer-overflow", "the change is too large for an integer", row: row)
      }
      values[row] = difference
    }
    return Column(.integer(values), missing: shape.missing, coverage: shape.coverage)
  }

  /// Numbers with known decimals are subtracted exactly.
  private static func decimals(_ frame: WindowFrame) -> Column {
    guard let scale = frame.argument.scale else {
      return Comparing.column(frame) { current, base in .value(current - base) }
    }
    var isExact = true
    var column = Comparing.column(frame) { current, base in
      guard let difference = Decimals.added(current, base, sign: -1, scale: scale) else {
        isExact = false
        return .value(current - base)
      }
      return .value(difference)
    }
    if isExact, case .number(let values, _) = column.storage {
      column.storage = .number(values, scale: scale)
    }
    return column
  }
}
