package import Columnar

/// A table about to be read: its rows, what a reader should know, and how they want it.
package struct TableView: Sendable {
  package var table: Table
  /// What a reader should know, in order.
  package var notes: [Note]
  package var options: TableOptions
  /// The caption in html; other formats leave the title to the text around them.
  package var title: String?
  /// The identifier of the table in html, given by the caller; nil writes none.
  package var id: String?
  /// Whether headings of the format `table` that are wider than their cells take several lines.
  package var wrapsHeadings = false
  /// How writing many rows out is spread.
  package var workers = RowWorkers.one

  /// Makes a view of a table.
  package init(
    _ table: Table, notes: [Note] = [], options: TableOptions = TableOptions(),
    title: String? = nil, id: String? = nil
  ) {
    self.table = table
    self.notes = notes
    self.options = options
    self.title = title
    self.id = id
  }
}
