import Columnar
import Planning

extension Aggregate {
  /// The exact sum divided by the number of known values.
  static let mean = Aggregate(
    "mean", Signature([.numeric("x")]),
    UnitDocumentation(
      "mean(x)", "The sum of the known values divided by their number.",
      examples: ["population | where year = 2022 | summarise mean = mean(inhabitants)"]),
    meaning: .typical, result: { _ in .number },
    state: { _ in MeanState() })
}

/// A sum with the number of values in it, whatever rows those stood for before.
private struct MeanState: AggregateState {
  private var sums = SumState(type: .number)
  private var counts: [Int64] = []

  mutating func update(_ arguments: [Column], groups: [UInt32], count: Int) {
    guard let column = arguments.first else { return }
    if counts.count < count { counts += [Int64](repeating: 0, count: count - counts.count) }
    for row in groups.indices where (column.missing?[row] ?? 0) == 0 {
      counts[Int(groups[row])] += 1
    }
    sums.update(arguments, groups: groups, count: count)
  }

  func result(count: Int) throws -> Column { try sums.mean(counts, count: count) }
}
