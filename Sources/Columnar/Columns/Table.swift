/// A whole table in memory: a schema and its rows.
package struct Table: Sendable {
  package var schema: Schema
  package var columns: [Column]
  package let count: Int

  /// Makes a table; every column must have `count` rows and fit its field.
  package init(schema: Schema, columns: [Column], count: Int) {
    self.schema = schema
    self.columns = columns
    self.count = count
  }

  /// The column with a name, or nil.
  package func column(_ name: String) -> Column? {
    schema.index(of: name).map { columns[$0] }
  }
}
