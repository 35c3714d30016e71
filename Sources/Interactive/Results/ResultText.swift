package import Peil
package import Tables

/// A result as text for who reads it.
package enum ResultText {
  /// The body and the notes in a form.
  ///
  /// On a terminal a table is folded to its width, and a figure is drawn; elsewhere nothing is
  /// left out. Throws ``PeilError``.
  package static func output(
    _ result: QueryResult, as mode: OutputMode, on screen: ResultScreen?
  ) throws -> TableOutput {
    guard mode == .table, let screen else { return try result.output(as: mode.rawValue) }
    if screen.figures != .off, let figure = try result.figure() {
      return TableOutput(body: FigurePainter.text(figure, on: screen))
    }
    guard screen.folds, let view = result.view else { return try result.output(as: "table") }
    let folded = FoldedTable(view, columns: screen.columns)
    guard folded.view.wrapsHeadings else { return try result.output(as: "table") }
    let output = TableFormat.table.output(of: folded.view)
    let remark = folded.remark.isEmpty ? "" : "\n\(folded.remark.wrapped(to: screen.columns))\n"
    return TableOutput(body: output.body + remark, notes: output.notes)
  }
}
