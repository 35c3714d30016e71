extension TableView {
  /// What stands below the table, a line each: partly known cells, signs of missing ones, notes.
  package var footnotes: [String] { Footnotes(self).lines }
}
