import Graphics

extension FigureMark {
  /// Lines along an axis.
  static let line = FigureMark("line", vega: { rows, _ in .lines(rows) }) {
    rows throws(PeilError) in
    try LinesOfRows.make(.line, rows)
  }
}
