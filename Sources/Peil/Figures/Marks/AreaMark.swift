import Graphics
import Planning

extension FigureMark {
  /// Areas on top of each other.
  static let area = FigureMark("area") { rows throws(PeilError) in
    if rows.spec.color != nil {
      try FigureSigns.check(rows, "areas on top of each other")
    }
    return try LinesOfRows.make(.area, rows)
  }
}
