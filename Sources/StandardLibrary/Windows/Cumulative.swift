import Columnar
import Planning

extension WindowFunction {
  /// The running sum along time.
  static let cumulative = WindowFunction(
    "cumulative", Signature([.numeric("x")]),
    UnitDocumentation(
      "cumulative(x)", "The sum of x from the first period of its series up to the row's own.",
      details: [
        "A period that is not there or has no value is left out, and the coverage of all later "
          + "periods says so; the row without a value itself keeps its reason.",
        "After a break, or from a period that overlaps an earlier one, the sum is "
          + "`missing: not_comparable`.",
      ],
      examples: [
        "population | sum inhabitants by province, year | derive more = change(inhabitants) "
          + "| derive since_2020 = cumulative(more) | take 4"
      ]),
    reach: .series, meaning: .total, result: { $0.first ?? .number }
  ) { frame in try RunningTotals(frame).column() }
}

/// Sums that grow along the rows of each series.
private struct RunningTotals {
  private let frame: WindowFrame
  private let argument: Column
  private var values: [Double]
  private var wholes: [Int64]
  private var missing: [UInt8]
  private var coverage: Coverage
  /// Whether all sums are exact at the scale of the argument.
  private var holdsScale = true

  init(_ frame: WindowFrame) {
    self.frame = frame
    argument = frame.argument
    values = [Double](repeating: 0, count: frame.count)
    wholes = [Int64](repeating: 0, count: frame.count)
    missing = frame.reasons
    let ones = [Int32](repeating: 1, count: frame.count)
    coverage = Coverage(known: ones, all: ones)
  }

  /// The column of all rows. Throws when a sum of integers is too large.
  consuming func column() throws -> Column {
    let integers = argument.integers
    let numbers = argument.numbers ?? []
    for rows in frame.groups {
      var known = 0
      var all = 0
      var whole: Int128 = 0
      var exact = ExactSum()
      var previous: Period?
      for row in rows {
        if let previous, let period = frame.periods[row] {
          all += Self.skipped(previous, period)
        }
        previous = frame.periods[row]
        let reason = argument.missing?[row] ?? 0
        all += Int(argument.coverage?.all[row] ?? 1)
        coverage.all[row] = Int32(clamping: all)
        guard reason == 0 else {
          missing[row] = reason
          coverage.known[row] = Int32(clamping: known)
          continue
        }
        known += Int(argument.coverage?.known[row] ?? 1)
        coverage.known[row] = Int32(clamping: known)
        if let integers {
          whole += Int128(integers[row])
          guard let sum = Int64(exactly: whole) else { throw Self.overflow(row) }
          wholes[row] = sum
        } else if let scale = argument.scale {
          whole += Int128(exactly: Decimals.scaled(numbers[row], scale)) ?? 0
          if whole.magnitude >= 1 << 53 { holdsScale = false }
          values[row] = Double(whole) / Scaling.powers[Int(scale)]
        } else {
          exact.add(numbers[row])
          values[row] = exact.value
          if exact.hasOverflowed { throw Self.overflow(row) }
        }
      }
    }
    let storage: Column.Storage =
      integers == nil
      ? .number(values, scale: holdsScale ? argument.scale : nil) : .integer(wholes)
    return Column(storage, missing: missing, coverage: coverage.hasPartial ? coverage : nil)
  }

  /// The number of periods between two of a series that are not there.
  private static func skipped(_ earlier: Period, _ later: Period) -> Int {
    guard earlier.granularity == later.granularity else { return 0 }
    let units = Int(later.first) - Int(earlier.last) - 1
    return min(max(0, units / later.length), 1_000_000)
  }

  private static func overflow(_ row: Int) -> EvaluationFault {
    EvaluationFault(code: "sum-overflow", "the running sum is too large", row: row)
  }
}
