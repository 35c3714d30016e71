import Columnar
import Planning

extension Aggregate {
  /// The middle value.
  static let median = Aggregate(
    "median", Signature([.numeric("x")]),
    UnitDocumentation(
      "median(x)",
      "The middle of the known values in order; of an even number the mean of the middle two.",
      examples: ["population | where year = 2022 | summarise x = median(inhabitants)"]),
    meaning: .typical, result: { _ in .number },
    state: { _ in MedianState() })
}

/// Collects values by group.
private struct MedianState: AggregateState {
  private var counts = KnownCounts()
  private var values: [[Double]] = []

  mutating func update(_ arguments: [Column], groups: [UInt32], count: Int) {
    guard let column = arguments.first, let numbers = column.numbers else { return }
    counts.grow(to: count)
    counts.update(column, groups: groups)
    if values.count < count { values += [[Double]](repeating: [], count: count - values.count) }
    for row in groups.indices where (column.missing?[row] ?? 0) == 0 {
      values[Int(groups[row])].append(numbers[row])
    }
  }

  func result(count: Int) -> Column {
    var counts = counts
    counts.grow(to: count)
    let groups = values + [[Double]](repeating: [], count: max(0, count - values.count))
    let medians = groups.prefix(count).map(Self.median)
    return counts.finish(
      .number(medians.map { $0 ?? 0 }, scale: nil), isKnown: medians.map { $0 != nil },
      count: count)
  }

  /// The median of numbers, or nil of none. Half of each middle value is added, so that two
  /// large ones do not overflow.
  private static func median(_ numbers: [Double]) -> Double? {
    guard !numbers.isEmpty else { return nil }
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[middle] }
    let sum = sorted[middle - 1] + sorted[middle]
    return sum.isFinite ? sum / 2 : sorted[middle - 1] / 2 + sorted[middle] / 2
  }
}
