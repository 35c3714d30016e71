/// Some rows of a table: columns of equal length, in the order of a schema.
package struct Batch: Sendable {
  package var columns: [Column]
  /// The number of rows; kept apart because a table may have no columns.
  package let count: Int

  /// Makes a batch; every column must have `count` rows.
  package init(columns: [Column], count: Int) {
    self.columns = columns
    self.count = count
  }
}
