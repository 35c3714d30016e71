import Columnar
import Planning

/// Counts per group how many original rows had a value, and why the others had none.
///
/// A partly known cell adds both parts of its coverage: original rows are counted.
struct KnownCounts {
  private(set) var known: [Int64] = []
  private(set) var all: [Int64] = []
  /// Per group the one reason of all missing rows; 0 before any, `mixed` when they differ.
  private var reasons: [UInt8] = []
  private static let mixed = Moments.mixed

  /// Makes room for groups.
  mutating func grow(to count: Int) {
    guard known.count < count else { return }
    let more = count - known.count
    known += [Int64](repeating: 0, count: more)
    all += [Int64](repeating: 0, count: more)
    reasons += [UInt8](repeating: 0, count: more)
  }

  /// Counts the rows of a column.
  mutating func update(_ column: Column, groups: [UInt32]) {
    let count = all.count
    precondition(column.count == groups.count && known.count == count)
    let (missing, coverage) = (column.missing, column.coverage)
    unsafe groups.withUnsafeBufferPointer { groups in
      unsafe known.withUnsafeMutableBufferPointer { known in
        unsafe all.withUnsafeMutableBufferPointer { all in
          unsafe reasons.withUnsafeMutableBufferPointer { reasons in
            for row in groups.indices {
              let group = unsafe Int(groups[row])
              precondition(group < count)
              let reason = missing?[row] ?? 0
              let isKnown: Int64 = reason == 0 ? 1 : 0
              if let coverage {
                unsafe all[group] += Int64(coverage.all[row])
                unsafe known[group] += Int64(coverage.known[row]) * isKnown
              } else {
                unsafe all[group] += 1
                unsafe known[group] += isKnown
              }
              if reason != 0 {
                let earlier = unsafe reasons[group]
                unsafe reasons[group] = earlier == 0 || earlier == reason ? reason : Self.mixed
              }
            }
          }
        }
      }
    }
  }

  /// Adds what was counted of other rows: group n of theirs is group `groups[n]` here.
  mutating func merge(_ other: KnownCounts, groups: [UInt32], count: Int) {
    grow(to: count)
    for theirs in other.all.indices {
      let group = Int(groups[theirs])
      known[group] += other.known[theirs]
      all[group] += other.all[theirs]
      let reason = other.reasons[theirs]
      if reason != 0 {
        reasons[group] = reasons[group] == 0 || reasons[group] == reason ? reason : Self.mixed
      }
    }
  }

  /// The result column with the groups without a known value missing, and the coverage of those
  /// that are partly known.
  func finish(_ storage: Column.Storage, isKnown: [Bool], count: Int) -> Column {
    finish(Column(storage), isKnown: isKnown, count: count)
  }

  /// The same of a column without a mask of its own.
  func finish(_ values: Column, isKnown: [Bool], count: Int) -> Column {
    var missing = [UInt8](repeating: 0, count: count)
    var isPartial = false
    for group in 0..<count {
      if !isKnown[group] {
        let reason = reasons[group]
        missing[group] =
          reason == 0 || reason == Self.mixed ? MissingReason.unknown.rawValue : reason
      } else if known[group] < all[group] {
        isPartial = true
      }
    }
    let coverage =
      isPartial
      ? Coverage(
        known: known.prefix(count).map { Int32(clamping: $0) },
        all: all.prefix(count).map { Int32(clamping: $0) }) : nil
    var result = values
    result.missing = MissingMasks.hasMissing(missing) ? missing : nil
    result.coverage = coverage
    return result
  }
}
