/// A way to write a table as text.
///
/// The known ones are listed in ``TableFormats``, one file each.
package struct TableFormat: Sendable {
  /// The name in `--format`.
  package let name: String
  /// What the format is for, in a sentence.
  package let summary: String
  /// The extensions of file names that mean this format, without point.
  package let fileExtensions: [String]
  /// What stands between two results in one output.
  package let separator: String
  private let write: @Sendable (TableView) -> TableOutput

  init(
    name: String, summary: String, fileExtensions: [String], separator: String,
    write: @escaping @Sendable (TableView) -> TableOutput
  ) {
    self.name = name
    self.summary = summary
    self.fileExtensions = fileExtensions
    self.separator = separator
    self.write = write
  }

  /// The text of a table.
  package func output(of view: TableView) -> TableOutput { write(view) }

  /// Several results as one: bodies parted as the format asks, notes one after another.
  package func joined(_ outputs: [TableOutput]) -> TableOutput {
    TableOutput(
      body: outputs.map(\.body).joined(separator: separator),
      notes: outputs.map(\.notes).joined())
  }
}
