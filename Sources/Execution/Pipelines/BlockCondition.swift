import Columnar
import Planning

/// Asks a condition of the rows that one thread reads, block by block. What it found out about the
/// values of a block is used for the next blocks that have the same.
final class BlockCondition {
  private let condition: TypedExpr
  /// Where the columns it looks at stand among those it is written over.
  private let places: [Int]
  private let width: Int
  /// The outcomes of rows to keep, as bits.
  private let kept: UInt8
  /// The condition made ready for columns of some kinds; nil for one that is not packed.
  private var ready: (kinds: [PackedValues?], condition: CompiledCondition)?
  private let context = ExecutionContext(threads: 1)

  /// Makes it for a condition over `width` columns of which it looks at some. With `keepsOpen` rows
  /// for which a missing value decides are kept.
  init(_ condition: TypedExpr, at places: [Int], of width: Int, keepsOpen: Bool) {
    self.condition = condition
    self.places = places
    self.width = width
    kept = keepsOpen ? CompiledCondition.holds | CompiledCondition.isOpen : CompiledCondition.holds
  }

  /// The rows to keep of a block, and for how many a missing value decided; nil when one of them is
  /// a fault.
  func chosen(_ columns: [Column], _ count: Int) -> (rows: [Int], undecided: Int)? {
    var all = [Column](repeating: Column(.boolean([])), count: width)
    for (place, column) in zip(places, columns) { all[place] = column }
    let batch = Batch(columns: all, count: count)
    guard let outcomes = try? compiled(columns, batch).outcomes(batch) else { return nil }
    switch outcomes {
    case .same(let outcome):
      return (
        outcome & kept == 0 ? [] : Array(0..<count),
        outcome & CompiledCondition.isOpen == 0 ? 0 : count
      )
    case .rows(let outcomes):
      var rows: [Int] = []
      rows.reserveCapacity(count)
      var undecided = 0
      for (row, outcome) in outcomes.enumerated() {
        if outcome & kept != 0 { rows.append(row) }
        undecided += Int(outcome >> 1 & 1)
      }
      return (rows, undecided)
    }
  }

  private func compiled(_ columns: [Column], _ batch: Batch) -> CompiledCondition {
    if let ready, zip(ready.kinds, columns).allSatisfy({ Self.areAlike($0, $1) }) {
      return ready.condition
    }
    let made = CompiledCondition(condition, for: batch, rows: batch.count, context)
    // Texts of the block alone are gone with it.
    let isLasting = columns.allSatisfy { $0.dictionary?.bytes?.isKept ?? true }
    ready =
      isLasting
      ? (columns.map { $0.packed.map { $0.with(.counting(0, padding: 0, $0.codes.width)) } }, made)
      : nil
    return made
  }

  /// Whether what holds for the values of a column holds for those of another.
  private static func areAlike(_ kind: PackedValues?, _ column: Column) -> Bool {
    guard let kind, let values = column.packed else { return kind == nil && column.packed == nil }
    return kind.hasCodes(of: values)
  }
}
