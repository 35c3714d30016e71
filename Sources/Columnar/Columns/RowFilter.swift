/// A condition that a source can ask of rows while it reads them, so that those which do not meet
/// it are never kept.
package struct RowFilter: Sendable {
  /// The columns the condition looks at.
  package let columns: [String]
  /// Of some rows, given as these columns and a number of rows, those to keep, and for how many a
  /// missing value decided; nil when one of them is a fault. The columns hold during the call only.
  package let choose: @Sendable ([Column], Int) -> (rows: [Int], undecided: Int)?

  /// Makes a filter.
  package init(
    columns: [String],
    choose: @escaping @Sendable ([Column], Int) -> (rows: [Int], undecided: Int)?
  ) {
    self.columns = columns
    self.choose = choose
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

/// A source that can leave out rows while it reads.
package protocol FilteringSource: TableSource {
  /// Whether it would rather ask a condition on some columns itself than hand over their values.
  func prefersFilter(on columns: [String]) -> Bool
  /// The rows that a filter keeps; nil when that cannot be told without all rows, as for the place
  /// of a fault in the condition, or where texts have several spellings.
  func read(columns: [String], keeping filter: RowFilter, _ conditions: ReadingConditions) throws
    -> FilteredRows?
}
