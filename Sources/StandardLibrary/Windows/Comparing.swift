import Columnar
import Planning

/// What comparing a row with its base yields: a value or the reason why there is none.
enum Comparing {
  /// The values of rows compared with their bases by `compute`, which may give a reason.
  ///
  /// Reasons, the first that applies: the row's own; why there is no base; the base is missing;
  /// those of `compute`.
  @inline(__always)
  static func column(
    _ frame: WindowFrame,
    compute: @escaping @Sendable (_ current: Double, _ base: Double) -> Result
  ) -> Column {
    let argument = frame.argument
    guard let numbers = argument.numbers(frame.workers) else { return argument }
    let (bases, whys, own) = (frame.base, frame.reason, argument.missing)
    precondition(bases.count == numbers.count && whys.count == numbers.count)
    let (values, missing) = frame.workers.filled(
      argument.count, Double.self, UInt8.self
    ) { range, values, missing in
      let values = unsafe values.rows(range)
      let missing = unsafe missing.rows(range)
      for (place, row) in range.enumerated() {
        let base = Int(bases[row])
        var value = 0.0
        var reason = own?[row] ?? 0
        if reason != 0 {
          // The row's own.
        } else if whys[row] != 0 {
          reason = whys[row]
        } else if base < 0 || (own?[base] ?? 0) != 0 {
          reason = MissingReason.baseMissing.rawValue
        } else {
          switch compute(numbers[row], numbers[base]) {
          case .value(let found) where found.isFinite: value = found
          case .value: reason = MissingReason.outOfDomain.rawValue
          case .missing(let found): reason = found.rawValue
          }
        }
        unsafe values[place] = value
        unsafe missing[place] = reason
      }
    }
    return Column(
      .number(values, scale: nil), missing: missing,
      coverage: coverage(frame, count: argument.count))
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
      let base = Int(bases[row])
      guard base >= 0 else { continue }
      if Int64(own.known[base]) * Int64(own.all[row]) < Int64(own.known[row]) * Int64(own.all[base])
      {
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
