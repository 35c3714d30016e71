import Columnar
import Synchronization

/// A filter on texts of a file, asked block by block before these texts get codes.
final class BlockFilter: Sendable {
  /// The slots of the columns it looks at, in its order.
  let slots: [Int]
  /// The slots that nobody wants but the filter.
  let passing: Set<Int>
  private let filter: RowFilter
  private let isGivenUp = Atomic(false)

  /// Makes it of a filter whose columns stand in some slots, the `passing` ones for it alone.
  init(_ filter: RowFilter, slots: [Int], passing: Set<Int>) {
    self.filter = filter
    self.slots = slots
    self.passing = passing
  }

  /// Whether it has met a fault, or a text that may be another spelling of one before it, so that
  /// all rows have to be read.
  var hasFailed: Bool { isGivenUp.load(ordering: .relaxed) }

  /// The rows to keep of some whose texts the readers have noted.
  func chosen(_ readers: [any ColumnReader], of count: Int) -> (rows: [Int], undecided: Int) {
    guard count > 0 else { return ([], 0) }
    let texts = slots.compactMap { readers[$0] as? CodeReader }
    let columns = texts.map(\.waitingColumn)
    // Of two spellings of a text the first one of the file counts, which is not known here.
    guard columns.count == slots.count, !texts.contains(where: \.mayHaveOtherSpelling),
      let chosen = filter.choose(columns, count)
    else {
      isGivenUp.store(true, ordering: .relaxed)
      return ([], 0)
    }
    return chosen
  }
}
