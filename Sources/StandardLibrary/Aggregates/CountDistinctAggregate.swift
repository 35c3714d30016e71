import Columnar
import Planning

extension Aggregate {
  /// The number of distinct known values.
  static let countDistinct = Aggregate(
    "count_distinct", Signature([.any("x")]),
    UnitDocumentation(
      "count_distinct(x)", "The number of distinct known values.",
      details: ["Rows without a value are not counted, and the coverage says so."],
      examples: ["population | summarise municipalities = count_distinct(municipality) by year"]),
    meaning: .count, isTotal: true, result: { _ in .integer },
    state: { _ in DistinctState() })
}

/// Numbers pairs of a group and a value; each new pair is one more value.
private struct DistinctState: AggregateState {
  private var encoder = KeyEncoder(columnCount: 2)
  private var counts = KnownCounts()
  private var distinct: [Int64] = []

  mutating func update(_ arguments: [Column], groups: [UInt32], count: Int) {
    guard let column = arguments.first else { return }
    counts.grow(to: count)
    counts.update(column, groups: groups)
    if distinct.count < count { distinct += [Int64](repeating: 0, count: count - distinct.count) }
    let keys = [Column(.integer(groups.map { Int64($0) })), column]
    for row in encoder.encode(keys, count: groups.count).firstRows
    where (column.missing?[row] ?? 0) == 0 {
      distinct[Int(groups[row])] += 1
    }
  }

  func result(count: Int) -> Column {
    var counts = counts
    counts.grow(to: count)
    let padding = [Int64](repeating: 0, count: max(0, count - distinct.count))
    return counts.finish(
      .integer(distinct + padding), isKnown: [Bool](repeating: true, count: count), count: count)
  }
}
