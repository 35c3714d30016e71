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
        integers[Int(base[row])])
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
    var column = Comparing.column(frame) { current, base in
      .value(Decimals.added(current, base, sign: -1, scale: scale) ?? (current - base))
    }
    if isExact(column, frame, scale: scale), case .number(let values, _) = column.storage {
      column.storage = .number(values, scale: scale)
    }
    return column
  }

  /// Whether all differences were made exactly.
  private static func isExact(_ column: Column, _ frame: WindowFrame, scale: UInt8) -> Bool {
    // Twice what the codes reach decides for all rows at once.
    if let packed = frame.argument.packed, packed.codeCount < 1 << 51,
      packed.base.magnitude < 1 << 51
    {
      return true
    }
    guard let numbers = frame.argument.numbers else { return false }
    let base = frame.base
    return numbers.indices.allSatisfy { row in
      (column.missing?[row] ?? 0) != 0
        || Decimals.added(numbers[row], numbers[Int(base[row])], sign: -1, scale: scale) != nil
    }
  }
}
