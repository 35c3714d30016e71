import Graphics

extension FigureMark {
  /// Lines along an axis.
  static let line = FigureMark("line") { rows throws(PeilError) in
    try LinesOfRows.make(.line, rows)
  }
}
