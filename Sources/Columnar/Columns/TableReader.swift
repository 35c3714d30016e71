/// Reads a table in memory in batches.
package final class TableReader: BatchReader {
  private let columns: [Column]
  private let count: Int
  private let batchSize: Int
  private var position = 0

  /// Makes a reader of columns with `count` rows; a batch has at least one row.
  package init(columns: [Column], count: Int, batchSize: Int) {
    self.columns = columns
    self.count = count
    self.batchSize = max(1, batchSize)
  }

  /// The next rows, or nil after the last.
  package func next() -> Batch? {
    guard position < count else { return nil }
    let upper = batchSize < count - position ? position + batchSize : count
    let range = position..<upper
    position = upper
    if range == 0..<count { return Batch(columns: columns, count: count) }
    return Batch(columns: columns.map { $0.slice(range) }, count: range.count)
  }
}

/// A table in memory as a source.
package struct TableInMemory: TableSource {
  package let name: String
  private let table: Table

  /// Makes a source of a table.
  package init(name: String, table: Table) {
    self.name = name
    self.table = table
  }

  /// The table's schema.
  package var schema: Schema { table.schema }

  /// Opens the table; columns that are not there are left out.
  package func open(columns: [String], _ conditions: ReadingConditions) -> any BatchReader {
    TableReader(
      columns: columns.compactMap { table.column($0) }, count: table.count,
      batchSize: conditions.batchSize)
  }
}
