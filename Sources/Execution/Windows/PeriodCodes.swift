import Columnar
import Planning

/// The periods of a packed time axis by code: what is asked of a period is worked out once for
/// each distinct one.
struct PeriodCodes {
  /// The period of each code.
  let periods: [Period?]
  /// The code of each period.
  private let codes: [Period: Int]
  /// Whether all are single units of one length, so that each can be compared with any other.
  let isUniform: Bool

  /// More periods than this are not worth it.
  private static let most = 1 << 16

  /// Nil when the axis is not packed or has many codes, or two codes of one period.
  init?(_ axis: Column) {
    guard let packed = axis.packed, (1...Self.most).contains(packed.codeCount) else { return nil }
    let distinct = PackedCodes.counting(packed.codeCount, padding: 0, packed.codes.width)
    periods = Column(packed.with(distinct)).periods()
    var codes: [Period: Int] = [:]
    for (code, period) in periods.enumerated() {
      guard let period else { continue }
      guard codes.updateValue(code, forKey: period) == nil else { return nil }
    }
    self.codes = codes
    let known = periods.compactMap { $0 }
    isUniform = known.allSatisfy { !$0.isSpan && $0.granularity == known[0].granularity }
  }

  /// The period of a row of the axis; nil when it is missing or none.
  func period(of row: Int, _ axis: Column) -> Period? {
    guard (axis.missing?[row] ?? 0) == 0, let packed = axis.packed else { return nil }
    return periods[Int(packed.codes[row])]
  }

  /// What a step leads to from each code.
  enum Target {
    case code(Int)
    /// The period is on the axis of no row.
    case absent
    /// There is no such period at all.
    case none
  }

  /// The targets of a step; nil when a target is of another length than the periods.
  func targets(_ target: (Period) -> Period?) -> [Target]? {
    var found: [Target] = []
    for period in periods {
      guard let period, let aim = target(period) else {
        found.append(.none)
        continue
      }
      guard aim.granularity == period.granularity, !aim.isSpan else { return nil }
      found.append(codes[aim].map { .code($0) } ?? .absent)
    }
    return found
  }
}
