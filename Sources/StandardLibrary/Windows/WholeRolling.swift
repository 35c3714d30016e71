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
    let values = packed.wholes
    let own = argument.missing
    let needed = frame.integer(2) ?? frame.bases.count + 1
    let steps = frame.bases.count + 1
    let divisor = packed.divisor
    let broken = MissingReason.notComparable.rawValue
    var sums = [Int64](repeating: 0, count: frame.count)
    var known = [Int32](repeating: 0, count: frame.count)
    var reasons = [UInt8](repeating: 0, count: frame.count)
    for row in 0..<frame.count {
      var sum: Int64 = 0
      var count: Int32 = 0
      let mine = own?[row] ?? 0
      var reason = mine
      var isBroken = false
      if mine == 0 {
        sum = values[row]
        count = 1
      }
      for base in frame.bases {
        let place = base.rows[row]
        let why = place < 0 ? base.reasons[row] : own?[place] ?? 0
        if place >= 0, why == 0 {
          sum &+= values[place]
          count &+= 1
        } else if base.reasons[row] == broken {
          isBroken = true
          if mine == 0 { reason = broken }
        } else if reason == 0 {
          reason = base.reasons[row] == 0 ? MissingReason.baseMissing.rawValue : base.reasons[row]
        }
      }
      if isBroken || Int(count) < needed {
        reasons[row] = reason == 0 ? MissingReason.unknown.rawValue : reason
      } else {
        sums[row] = sum
        known[row] = count
        reasons[row] = 0
      }
    }
    result = Self.column(
      sums, known, reasons, steps: Int32(steps), divisor: divisor, packed: packed, isMean: isMean)
  }

  private static func column(
    _ sums: [Int64], _ known: [Int32], _ reasons: [UInt8], steps: Int32, divisor: Double,
    packed: PackedValues, isMean: Bool
  ) -> Column? {
    let isPartial = sums.indices.contains { reasons[$0] == 0 && known[$0] < steps }
    let coverage =
      isPartial
      ? Coverage(known: known, all: [Int32](repeating: steps, count: sums.count)) : nil
    if !isMean, packed.type == .integer {
      return Column(.integer(sums), missing: reasons, coverage: coverage)
    }
    var scale: UInt8?
    if !isMean, case .number(let own) = packed.meaning,
      sums.allSatisfy({ $0.magnitude < 1 << 53 })
    {
      scale = own
    }
    let values = sums.indices.map { row -> Double in
      guard reasons[row] == 0 else { return 0 }
      let sum = Double(sums[row]) / divisor
      return isMean ? sum / Double(known[row]) : sum
    }
    return Column(.number(values, scale: scale), missing: reasons, coverage: coverage)
  }
}
