import Columnar
import Planning

/// The known numbers of each group, for aggregates that need all of them.
struct GroupedValues {
  private var counts = KnownCounts()
  private var values: [[Double]] = []

  /// What an aggregate makes of the values of a group.
  enum Result {
    case value(Double)
    case missing(MissingReason)
  }

  /// Takes the rows of the first argument in.
  mutating func update(_ arguments: [Column], groups: [UInt32], count: Int) {
    guard let column = arguments.first, let numbers = column.numbers else { return }
    counts.grow(to: count)
    counts.update(column, groups: groups)
    if values.count < count { values += [[Double]](repeating: [], count: count - values.count) }
    for row in groups.indices where (column.missing?[row] ?? 0) == 0 {
      values[Int(groups[row])].append(numbers[row])
    }
  }

  /// Adds the values of other rows: group n of theirs is group `groups[n]` here.
  mutating func merge(_ other: GroupedValues, groups: [UInt32], count: Int) {
    counts.merge(other.counts, groups: groups, count: count)
    if values.count < count { values += [[Double]](repeating: [], count: count - values.count) }
    for theirs in other.values.indices { values[Int(groups[theirs])] += other.values[theirs] }
  }

  /// The column of what `compute` makes of each group's values; a group without any has the
  /// reason of its rows.
  func result(count: Int, _ compute: ([Double]) -> Result) -> Column {
    var counts = counts
    counts.grow(to: count)
    let groups = values + [[Double]](repeating: [], count: max(0, count - values.count))
    var numbers = [Double](repeating: 0, count: count)
    var reasons = [UInt8](repeating: 0, count: count)
    for group in 0..<count where !groups[group].isEmpty {
      switch compute(groups[group]) {
      case .value(let value) where value.isFinite: numbers[group] = value
      case .value: reasons[group] = MissingReason.outOfDomain.rawValue
      case .missing(let reason): reasons[group] = reason.rawValue
      }
    }
    var result = counts.finish(
      .number(numbers, scale: nil), isKnown: groups.map { !$0.isEmpty }, count: count)
    if reasons.contains(where: { $0 != 0 }) {
      result.missing = zip(result.missing ?? reasons, reasons).map { $1 == 0 ? $0 : $1 }
    }
    return result
  }
}
