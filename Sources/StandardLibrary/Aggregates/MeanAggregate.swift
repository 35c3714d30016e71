import Columnar
import Planning

extension Aggregate {
  /// The exact sum divided by the number of known values.
  static let mean = Aggregate(
    "mean", Signature([.numeric("x"), .numeric("weight", optional: true, labelled: true)]),
    UnitDocumentation(
      "mean(x, weight: W)", "The sum of the known values divided by their number.",
      details: [
        "With a weight the sum of x × weight divided by the sum of the weights; a row without a "
          + "weight is unknown in the coverage, and weights that add up to nothing give "
          + "`missing: division_by_zero`.",
        "A column with a declared weight is weighted by it, which a note says; `weight: 1` gives "
          + "the plain mean.",
      ],
      examples: [
        "population | where year = 2022 | summarise mean = mean(inhabitants)",
        "population | derive g = growth(inhabitants) | where year = 2022 "
          + "| summarise growth = mean(g, weight: inhabitants) by province",
      ]),
    meaning: .typical, usesDeclaredWeight: true,
    moments: Aggregate.FromMoments(.sum) { moments, _ in
      MomentSums(moments).means
    },
    result: { _ in .number },
    state: { types in
      types.count > 1 ? WeightedState(isMean: true) as any AggregateState : MeanState()
    })
}

/// A sum with the number of values in it, whatever rows those stood for before.
private struct MeanState: AggregateState {
  private var sums = SumState(type: .number)
  private var counts: [Int64] = []

  mutating func update(_ arguments: [Column], groups: [UInt32], count: Int) {
    guard let column = arguments.first else { return }
    if counts.count < count { counts += [Int64](repeating: 0, count: count - counts.count) }
    GroupCounts.add(groups, missing: column.missing, to: &counts)
    sums.update(arguments, groups: groups, count: count)
  }

  var isMergeable: Bool { true }

  mutating func merge(_ other: any AggregateState, groups: [UInt32], count: Int) {
    guard let other = other as? Self else { return }
    if counts.count < count { counts += [Int64](repeating: 0, count: count - counts.count) }
    for theirs in other.counts.indices { counts[Int(groups[theirs])] += other.counts[theirs] }
    sums.merge(other.sums, groups: groups, count: count)
  }

  func result(count: Int) throws -> Column { try sums.mean(counts, count: count) }
}
