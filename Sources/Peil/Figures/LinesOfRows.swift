import Columnar
import Graphics
import Planning
import SourceText

/// Lines and areas of rows.
enum LinesOfRows {
  /// Throws a fault when two rows are one point, or when there are more than can be told apart.
  static func make(_ kind: Lines.Kind, _ rows: FigureRows) throws(PeilError) -> any Mark {
    let cells = try FigureCells(rows, each: "point")
    let frame = cells.frame
    try FigureLimit.check(frame.labels.count, most: 2000, "points", rows)
    try FigureLimit.check(frame.series.count, most: 25, "lines", rows)
    let places = FigureAxis.places(frame)
    let series = frame.series.map { name in
      Lines.Series(
        name,
        places.map { place in
          guard let row = cells.row(place.label, name) else {
            return Lines.Point(.missing(rows.words(.noRow)))
          }
          return Lines.Point(
            rows.value(row), change: rows.change(row), amount: rows.changeAmount(row),
            isProvisional: rows.isProvisional(row))
        })
    }
    return Lines(
      kind, places: places, series: series, format: rows.format, baseline: baseline(rows))
  }

  static func baseline(_ rows: FigureRows) -> Lines.Baseline {
    switch rows.spec.settings["axis"] {
    case .word("zero"): .zero
    case .word("fitted"): .fitted
    default: .automatic
    }
  }
}
