import Columnar
import Planning

/// Rows of a join: of the left table and of the other, -1 where there is none.
struct RowPairs {
  private(set) var left: [Int] = []
  private(set) var right: [Int] = []

  /// Rows with equal keys; with `isMany` a row for each, else the first.
  mutating func match(_ keys: JoinNumbers, _ lookup: RightRows, isMany: Bool) {
    left.reserveCapacity(keys.left.count)
    right.reserveCapacity(keys.left.count)
    for (row, key) in keys.left.enumerated() {
      var other = key >= 0 ? lookup.first[key] : -1
      repeat {
        left.append(row)
        right.append(other)
        other = isMany && other >= 0 ? lookup.next[other] : -1
      } while other >= 0
    }
  }

  /// For each row the one with an equal key of the same or the nearest earlier period.
  mutating func matchEarlier(
    _ leftTable: Table, _ rightTable: Table, _ keys: JoinNumbers, _ lookup: RightRows,
    _ asof: JoinAsof
  ) {
    let own = leftTable.columns[asof.pair.left].periods()
    let others = rightTable.columns[asof.pair.right].periods()
    for (row, key) in keys.left.enumerated() {
      left.append(row)
      var best = -1
      if key >= 0, let period = own[row] {
        var other = lookup.first[key]
        while other >= 0 {
          if let candidate = others[other], Self.isEarlier(candidate, than: period, asof.limit),
            best < 0 || (others[best].map { $0 < candidate } ?? true)
          {
            best = other
          }
          other = lookup.next[other]
        }
      }
      right.append(best)
    }
  }

  /// Whether a period is the same or ends before the other begins, at most `limit` units back:
  /// units of the shared granularity, else calendar years.
  private static func isEarlier(_ period: Period, than own: Period, _ limit: Int?) -> Bool {
    guard period == own || period.lastDay < own.firstDay else { return false }
    guard let limit else { return true }
    let distance =
      period.granularity == own.granularity
      ? Int(own.first) - Int(period.first) : own.startYear - period.startYear
    return distance <= limit
  }

  /// The pairs with both rows.
  var matched: RowPairs {
    var result = RowPairs()
    for index in left.indices where right[index] >= 0 {
      result.left.append(left[index])
      result.right.append(right[index])
    }
    return result
  }

  /// Rows of the other table that no row matched, in their order.
  func unmatched(_ count: Int) -> [Int] {
    var isUsed = [Bool](repeating: false, count: count)
    for row in right where row >= 0 { isUsed[row] = true }
    return isUsed.indices.filter { !isUsed[$0] }
  }

  /// Adds rows of the other table that no row matched.
  mutating func addUnmatched(_ count: Int) {
    for row in unmatched(count) {
      left.append(-1)
      right.append(row)
    }
  }
}
