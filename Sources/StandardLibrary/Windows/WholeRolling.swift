import Columnar
import Planning

/// Rolling sums and means of packed whole numbers and decimals, added up as integers in one pass.
///
/// Gives what ``RollingWindow`` gives for any column: the same values, reasons and coverage.
struct WholeRolling {
  /// The column, or nil where an integer sum does not fit and the general way tells so.
  let result: Column?

  /// Nil when the values are not packed, or carry coverage of their own.
  init?(_ frame: WindowFrame, _ aggregate: Aggregate) {
    let argument = frame.argument
    let isMean = aggregate.name == Aggregate.mean.name
    guard isMean || aggregate.name == Aggregate.sum.name, argument.coverage == nil,
      let packed = argument.packed, packed.type == .integer || packed.type == .number,
      packed.codeCount < 1 << 40, abs(packed.base) < 1 << 40
    else { return nil }
    // At most 10,000 steps of less than 2^41 each: no sum leaves 64 bits.
    let divisor = packed.divisor
    if isMean {
      result = Self.column(frame, packed, { Double($0) / divisor / Double($1) }) { values in
        .number(values, scale: nil)
      }
    } else {
      result = Self.column(frame, packed, { sum, _ in sum }) { sums in
        guard case .number(let scale) = packed.meaning else { return .integer(sums) }
        let holds = sums.allSatisfy { $0.magnitude < 1 << 53 }
        return .number(sums.map { Double($0) / divisor }, scale: holds ? scale : nil)
      }
    }
  }

  /// The column of what `value` makes of the sum of each row's window and how many values are in it;
  /// 0 where there are too few.
  @inline(__always)
  private static func column<Element: Numeric & BitwiseCopyable & Sendable & SendableMetatype>(
    _ frame: WindowFrame, _ packed: PackedValues,
    _ value: @escaping @Sendable (Int64, Int32) -> Element,
    _ storage: ([Element]) -> Column.Storage
  ) -> Column {
    let (wholes, own, bases) = (packed.wholes, frame.argument.missing, frame.bases)
    precondition(wholes.count == frame.count)
    let needed = frame.integer(2) ?? frame.bases.count + 1
    let broken = MissingReason.notComparable.rawValue
    let (values, known, reasons) = frame.workers.filled(
      frame.count, Element.self, Int32.self, UInt8.self
    ) { range, values, known, reasons in
      let values = unsafe values.rows(range)
      let known = unsafe known.rows(range)
      let reasons = unsafe reasons.rows(range)
      for (index, row) in range.enumerated() {
        let mine = own?[row] ?? 0
        var sum: Int64 = mine == 0 ? wholes[row] : 0
        var count: Int32 = mine == 0 ? 1 : 0
        var reason = mine
        var isBroken = false
        for base in bases {
          let place = Int(base.rows[row])
          let why = place < 0 ? base.reasons[row] : own?[place] ?? 0
          if place >= 0, why == 0 {
            sum &+= wholes[place]
            count &+= 1
          } else if base.reasons[row] == broken {
            isBroken = true
            if mine == 0 { reason = broken }
          } else if reason == 0 {
            reason =
              base.reasons[row] == 0 ? MissingReason.baseMissing.rawValue : base.reasons[row]
          }
        }
        let isLost = isBroken || Int(count) < needed
        if isLost, reason == 0 { reason = MissingReason.unknown.rawValue }
        unsafe values[index] = isLost ? 0 : value(sum, count)
        unsafe known[index] = isLost ? 0 : count
        unsafe reasons[index] = isLost ? reason : 0
      }
    }
    let steps = Int32(bases.count + 1)
    let isPartial = known.indices.contains { reasons[$0] == 0 && known[$0] < steps }
    let coverage =
      isPartial
      ? Coverage(known: known, all: [Int32](repeating: steps, count: known.count)) : nil
    return Column(storage(values), missing: reasons, coverage: coverage)
  }
}
