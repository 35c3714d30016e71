import Columnar
import Synchronization

/// A filter on the rows of a file, asked block by block.
final class BlockFilter: Sendable {
  /// The slots of the columns it looks at, in its order.
  let slots: [Int]
  /// The slots that nobody wants but the filter.
  let passing: Set<Int>
  /// Those of its slots of which the texts seldom repeat: they get codes once it is known which
  /// rows are kept.
  let deferred: [Int]
  private let filter: RowFilter
  private let isGivenUp = Atomic(false)

  /// Makes it of a filter whose columns stand in some slots, the `passing` ones for it alone.
  init(_ filter: RowFilter, slots: [Int], passing: Set<Int>, deferred: [Int]) {
    self.filter = filter
    self.slots = slots
    self.passing = passing
    self.deferred = deferred
  }

  /// Takes note that all rows have to be read.
  func giveUp() { isGivenUp.store(true, ordering: .relaxed) }

  /// What asks the filter in one thread.
  func choice() -> RowFilter.Choice { filter.choice() }

  /// Whether it has met a fault, or a value that can only be told with all rows, so that these have
  /// to be read.
  var hasFailed: Bool { isGivenUp.load(ordering: .relaxed) }

  /// The rows to keep of the last ones that readers of a thread have read.
  func chosen(
    _ readers: [any ColumnReader], of count: Int, by choose: RowFilter.Choice
  ) -> (rows: [Int], undecided: Int) {
    guard count > 0 else { return ([], 0) }
    let columns = slots.compactMap { readers[$0].lastRows(count) }
    guard columns.count == slots.count, let chosen = choose(columns, count) else {
      giveUp()
      return ([], 0)
    }
    return chosen
  }
}
