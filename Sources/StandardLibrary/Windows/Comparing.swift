import Columnar
import Planning

/// What comparing a row with its base yields: a value or the reason why there is none.
enum Comparing {
  /// The values of rows compared with their bases by `compute`, which may give a reason.
  ///
  /// Reasons, the first that applies: the row's own; why there is no base; the base is missing;
  /// those of `compute`.
  static func column(
    _ frame: WindowFrame, compute: (_ current: Double, _ base: Double) -> Result
  ) -> Column {
    let argument = frame.argument
    guard let numbers = argument.numbers else { return argument }
    let count = argument.count
    var values = [Double](repeating: 0, count: count)
    var missing = [UInt8](repeating: 0, count: count)
    let bases = frame.base
    let reasons = frame.reason
    for row in 0..<count {
      let base = bases[row]
      if let own = argument.missing?[row], own != 0 {
        missing[row] = own
      } else if reasons[row] != 0 {
        missing[row] = reasons[row]
      } else if base < 0 || (argument.missing?[base] ?? 0) != 0 {
        missing[row] = MissingReason.baseMissing.rawValue
      } else {
        switch compute(numbers[row], numbers[base]) {
        case .value(let value) where value.isFinite: values[row] = value
        case .value: missing[row] = MissingReason.outOfDomain.rawValue
        case .missing(let reason): missing[row] = reason.rawValue
        }
      }
    }
    return Column(
      .number(values, scale: nil), missing: missing,
      coverage: coverage(frame, count: count))
  }

  /// A computed value, or why there is none.
  enum Result {
    case value(Double)
    case missing(MissingReason)
  }

  /// The least covered of the row and its base.
  static func coverage(_ frame: WindowFrame, count: Int) -> Coverage? {
    guard let own = frame.argument.coverage else { return nil }
    var result = own
    let bases = frame.base
    for row in 0..<count {
      let base = bases[row]
      guard base >= 0 else { continue }
      if Int64(own.known[base]) * Int64(own.all[row]) < Int64(own.known[row]) * Int64(own.all[base]) {
        result.known[row] = own.known[base]
        result.all[row] = own.all[base]
      }
    }
    return result
  }

  /// The result of a mixed measure: flows for running totals, nothing for percentages.
  static func mixed(_ kinds: [MeasureKind], plain: Column, flows: Column) -> Column {
    let count = plain.count
    let both = Column.concatenate([plain, flows], type: .number)
    let rows = kinds.indices.map { kinds[$0] == .cumulative ? count + $0 : $0 }
    var result = both.gather(rows)
    var missing = result.missing ?? [UInt8](repeating: 0, count: count)
    let own = plain.missing
    for row in kinds.indices where kinds[row] == .percentage {
      // A row without a value or a base keeps the reason it has.
      if (own?[row] ?? 0) == 0 { missing[row] = MissingReason.notApplicable.rawValue }
    }
    result.missing = missing.contains { $0 != 0 } ? missing : nil
    return result
  }
}
