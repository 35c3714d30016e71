import Columnar
import Planning

extension Aggregate {
  /// The part of the original rows that is known.
  static let coverage = Aggregate(
    "coverage", Signature([.any("x")]),
    UnitDocumentation(
      "coverage(x)", "The part of the group's original rows whose value is known, from 0 to 1.",
      details: ["Of a group without rows: `missing: unknown`."],
      examples: ["indicators | summarise known = coverage(value) by edition"]),
    meaning: .other, result: { _ in .number },
    state: { _ in CoverageState() })
}

/// Counts original rows.
private struct CoverageState: AggregateState {
  private var counts = KnownCounts()

  mutating func update(_ arguments: [Column], groups: [UInt32], count: Int) {
    guard let column = arguments.first else { return }
    counts.grow(to: count)
    counts.update(column, groups: groups)
  }

  var isMergeable: Bool { true }

  mutating func merge(_ other: any AggregateState, groups: [UInt32], count: Int) {
    guard let other = other as? Self else { return }
    counts.merge(other.counts, groups: groups, count: count)
  }

  func result(count: Int) -> Column {
    var counts = counts
    counts.grow(to: count)
    let all = counts.all.prefix(count)
    return Column(
      .number(zip(counts.known, all).map { $1 == 0 ? 0 : Double($0) / Double($1) }, scale: nil),
      missing: all.map { $0 == 0 ? MissingReason.unknown.rawValue : 0 })
  }
}
