import Columnar
import Planning

extension Aggregate {
  /// The number of rows, or of known values.
  static let count = Aggregate(
    "count", Signature([.any("x", optional: true)]),
    UnitDocumentation(
      "count(), count(x)", "The number of rows, or of known values of x.",
      examples: ["indicators | summarise rows = count(), known = count(value) by edition"]),
    meaning: .count, isTotal: true, countsRows: true,
    moments: Aggregate.FromMoments([]) { moments, _ in moments.knownCounts },
    result: { _ in .integer }, state: { _ in CountState() })
}

/// Counts rows, or known values of its argument.
private struct CountState: AggregateState {
  private var counts: [Int64] = []

  mutating func update(_ arguments: [Column], groups: [UInt32], count: Int) {
    if counts.count < count { counts += [Int64](repeating: 0, count: count - counts.count) }
    GroupCounts.add(groups, missing: arguments.first?.missing, to: &counts)
  }

  var isMergeable: Bool { true }

  mutating func merge(_ other: any AggregateState, groups: [UInt32], count: Int) {
    guard let other = other as? Self else { return }
    if counts.count < count { counts += [Int64](repeating: 0, count: count - counts.count) }
    for theirs in other.counts.indices { counts[Int(groups[theirs])] += other.counts[theirs] }
  }

  func result(count: Int) -> Column {
    let padding = [Int64](repeating: 0, count: max(0, count - counts.count))
    return Column(.integer(counts + padding))
  }
}
