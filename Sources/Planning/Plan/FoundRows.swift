package import Columnar
import Synchronization

/// The rows of a plan that ran, and what was said and read meanwhile.
package struct FoundRows: Sendable {
  package let table: Table
  package let notes: [Note]
  /// Each file or built-in text that was opened, with its rows.
  package let readings: [(source: any TableSource, rows: Int)]

  /// Makes it of what running gave.
  package init(
    table: Table, notes: [Note] = [], readings: [(source: any TableSource, rows: Int)] = []
  ) {
    self.table = table
    self.notes = notes
    self.readings = readings
  }
}

extension FoundRows {
  /// The rows with some of their columns.
  package func keeping(_ columns: [Int]) -> FoundRows {
    var schema = table.schema
    schema.fields = columns.map { schema.fields[$0] }
    return FoundRows(
      table: Table(
        schema: schema, columns: columns.map { table.columns[$0] }, count: table.count),
      notes: notes, readings: readings)
  }
}

/// Rows that were found while a plan was made and that a step of it needs again: they are given to the
/// first that asks, so that nobody keeps them longer.
package final class RowsAtHand: Sendable {
  private let rows: Mutex<FoundRows?>

  /// Holds rows.
  package init(_ rows: FoundRows) { self.rows = Mutex(rows) }

  /// The rows, for the first who asks; nil after that.
  package func take() -> FoundRows? {
    rows.withLock { rows in
      defer { rows = nil }
      return rows
    }
  }
}
