import Columnar
import Graphics
import Planning

extension FigureMark {
  /// A panel of small multiples: lines along time, bars of anything else.
  static let small = FigureMark("small") { rows throws(PeilError) in
    let field = rows.spec.by.flatMap { rows.table.schema.field($0) }
    let isTime = field?.role == .time || field?.type == .period || field?.type == .date
    return isTime ? try LinesOfRows.make(.line, rows) : try BarsOfRows.make(rows)
  }
}
