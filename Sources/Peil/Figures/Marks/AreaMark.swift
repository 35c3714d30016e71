import Graphics
import Planning
import Tables

extension FigureMark {
  /// Areas on top of each other.
  static let area = FigureMark("area", vega: { rows, _ in .areas(rows) }) {
    rows throws(PeilError) in
    if rows.spec.color != nil {
      try FigureSigns.check(rows, "areas on top of each other")
    }
    return try LinesOfRows.make(.area, rows)
  }
}
