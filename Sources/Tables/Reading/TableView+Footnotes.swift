import Columnar

extension TableView {
  /// What stands below the table, a line each: why there are no rows, partly known cells, signs of
  /// missing ones, notes.
  package var footnotes: [String] {
    let why = table.count == 0 ? emptyText : nil
    return [why].compactMap { $0 } + Footnotes(self).lines
  }
}
