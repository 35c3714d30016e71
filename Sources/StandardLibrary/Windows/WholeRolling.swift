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
    let sums = Self.sums(frame, packed, needed: frame.integer(2) ?? frame.bases.count + 1)
    result = Self.column(
      sums, steps: Int32(frame.bases.count + 1), packed: packed, isMean: isMean, frame.workers)
  }

  /// What each row's window adds up to, of how many values, and why there is no sum.
  private struct Sums: Sendable {
    let sums: [Int64]
    let known: [Int32]
    let reasons: [UInt8]
  }

  private static func sums(_ frame: WindowFrame, _ packed: PackedValues, needed: Int) -> Sums {
    let (values, own, bases) = (packed.wholes, frame.argument.missing, frame.bases)
    precondition(values.count == frame.count)
    let broken = MissingReason.notComparable.rawValue
    let (sums, places) = frame.workers.filled(
      frame.count, Int64.self, WindowPlace.self
    ) { range, sums, places in
      let sums = unsafe sums.rows(range)
      let places = unsafe places.rows(range)
      for (index, row) in range.enumerated() {
        let mine = own?[row] ?? 0
        var sum: Int64 = mine == 0 ? values[row] : 0
        var count: Int32 = mine == 0 ? 1 : 0
        var reason = mine
        var isBroken = false
        for base in bases {
          let place = Int(base.rows[row])
          let why = place < 0 ? base.reasons[row] : own?[place] ?? 0
          if place >= 0, why == 0 {
            sum &+= values[place]
            count &+= 1
          } else if base.reasons[row] == broken {
            isBroken = true
            if mine == 0 { reason = broken }
          } else if reason == 0 {
            reason =
              base.reasons[row] == 0 ? MissingReason.baseMissing.rawValue : base.reasons[row]
          }
        }
        if isBroken || Int(count) < needed {
          reason = reason == 0 ? MissingReason.unknown.rawValue : reason
          unsafe sums[index] = 0
          unsafe places[index] = WindowPlace(known: 0, reason: reason)
        } else {
          unsafe sums[index] = sum
          unsafe places[index] = WindowPlace(known: count, reason: 0)
        }
      }
    }
    return Sums(sums: sums, known: places.map(\.known), reasons: places.map(\.reason))
  }

  private static func column(
    _ sums: Sums, steps: Int32, packed: PackedValues, isMean: Bool, _ workers: RowWorkers
  ) -> Column? {
    let (known, reasons) = (sums.known, sums.reasons)
    let isPartial = known.indices.contains { reasons[$0] == 0 && known[$0] < steps }
    let coverage =
      isPartial
      ? Coverage(known: known, all: [Int32](repeating: steps, count: known.count)) : nil
    if !isMean, packed.type == .integer {
      return Column(.integer(sums.sums), missing: reasons, coverage: coverage)
    }
    var scale: UInt8?
    if !isMean, case .number(let own) = packed.meaning,
      sums.sums.allSatisfy({ $0.magnitude < 1 << 53 })
    {
      scale = own
    }
    let divisor = packed.divisor
    let values = workers.filled(known.count, Double.self) { range, values in
      let values = unsafe values.rows(range)
      for (index, row) in range.enumerated() {
        let sum = Double(sums.sums[row]) / divisor
        let isKnown = reasons[row] == 0
        unsafe values[index] = !isKnown ? 0 : isMean ? sum / Double(known[row]) : sum
      }
    }
    return Column(.number(values, scale: scale), missing: reasons, coverage: coverage)
  }
}

/// How many values a row's window has, or why it has no sum.
private struct WindowPlace: BitwiseCopyable, Sendable {
  let known: Int32
  let reason: UInt8
}
