/// A condition that a source can ask of rows while it reads them, so that those which do not meet
/// it are never kept.
package struct RowFilter: Sendable {
  /// Asks the condition of some rows, given as the columns it looks at and a number of rows: those
  /// to keep, in order, and for how many a missing value decided; nil when one of them is a fault.
  /// The columns hold during the call only.
  package typealias Choice = (_ columns: [Column], _ count: Int) -> (rows: [Int], undecided: Int)?

  /// The columns the condition looks at.
  package let columns: [String]
  /// Makes what asks it in one thread, which may keep what it found out about values it has seen.
  package let choice: @Sendable () -> Choice

  /// Makes a filter.
  package init(columns: [String], choice: @escaping @Sendable () -> Choice) {
    self.columns = columns
    self.choice = choice
  }
}

/// What a source gives of the rows that a filter keeps.
package struct FilteredRows: Sendable {
  package let rows: Batch
  /// For how many rows a missing value decided.
  package let undecided: Int

  /// Makes rows that were kept.
  package init(rows: Batch, undecided: Int) {
    self.rows = rows
    self.undecided = undecided
  }
}

extension TableSource {
  /// Nothing, unless it says otherwise.
  package var filtering: (any FilteringSource)? { nil }
}

/// A source that can leave out rows while it reads.
package protocol FilteringSource: TableSource, AnyObject {
  /// Whether it would rather ask a condition on some columns itself than hand over their values;
  /// `isOnly` tells that nothing else will be asked of it.
  func prefersFilter(on columns: [String], isOnly: Bool) -> Bool
  /// The rows that a filter keeps; nil when that cannot be told without all rows, as for the place
  /// of a fault in the condition, or where texts have several spellings.
  func read(columns: [String], keeping filter: RowFilter, _ conditions: ReadingConditions) throws
    -> FilteredRows?
}

extension FilteringSource {
  /// The source itself.
  package var filtering: (any FilteringSource)? { self }
}
