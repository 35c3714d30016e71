import Columnar
import Graphics
import Planning

extension FigureMark {
  /// A panel of small multiples: lines along time, bars of anything else.
  static let small = FigureMark(
    "small", vega: { rows, _ in runsAlongTime(rows) ? .lines(rows) : .bars(rows) }
  ) { rows throws(PeilError) in
    runsAlongTime(rows) ? try LinesOfRows.make(.line, rows) : try BarsOfRows.make(rows)
  }

  private static func runsAlongTime(_ rows: FigureRows) -> Bool {
    let field = rows.spec.by.flatMap { rows.table.schema.field($0) }
    return field?.role == .time || field?.type == .period || field?.type == .date
  }
}
