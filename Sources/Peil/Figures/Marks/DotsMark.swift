import Graphics
import Planning
import Tables

extension FigureMark {
  /// Dots on a shared scale.
  static let dots = FigureMark(
    "dots",
    vega: { rows, _ in
      .upright(
        "point", [.init("filled", .boolean(true)), .init("size", .number(90))], rows,
        measure: [VegaLite.freeScale], isLying: true)
    }
  ) { rows throws(PeilError) in
    try FigureLimit.check(rows.count, most: 1000, "dots", rows)
    let cells = try FigureCells(rows, each: "dot")
    try FigureLimit.check(cells.frame.series.count, most: 25, "series", rows)
    return Dots(
      series: rows.spec.color == nil ? [] : cells.frame.series,
      categories: BarsOfRows.grouped(cells), format: rows.format,
      noun: rows.noun(of: rows.spec.by),
      baseline: LinesOfRows.baseline(rows))
  }
}
