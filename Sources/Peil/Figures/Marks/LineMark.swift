import Graphics

extension FigureMark {
  /// Lines along an axis.
  static let line = FigureMark("line", vega: { .lines($0) }) { rows throws(PeilError) in
    try LinesOfRows.make(.line, rows)
  }
}
