import Columnar
import Graphics
import Planning
import SourceText

extension FigureMark {
  /// Bars.
  static let bars = FigureMark("bars", vega: { .bars($0) }, make: BarsOfRows.make)
}

/// Bars of rows.
enum BarsOfRows {
  static func make(_ rows: FigureRows) throws(PeilError) -> any Mark {
    try FigureLimit.check(rows.count, most: 1000, "bars", rows)
    let cells = try FigureCells(rows, each: "bar")
    let arrangement = arrangement(rows)
    if arrangement == .share { try FigureSigns.check(rows, "shares of a sum") }
    let isParted = rows.spec.color != nil
    return Bars(
      series: isParted ? cells.frame.series : [],
      categories: isParted ? grouped(cells) : single(cells), format: rows.format,
      arrangement: isParted ? arrangement : .grouped,
      direction: rows.spec.settings["direction"] == .word("horizontal") ? .lying : .automatic)
  }

  private static func arrangement(_ rows: FigureRows) -> Bars.Arrangement {
    switch rows.spec.settings["position"] {
    case .word("stacked"): .stacked
    case .word("share"): .share
    default: .grouped
    }
  }

  private static func single(_ cells: FigureCells) -> [Bars.Category] {
    // Of editions the newest with a figure stands out, whatever column names them.
    let rows = cells.rows
    let current = (0..<rows.count).last { rows.value($0).value != nil }
    let edition = rows.table.schema.edition?.name
    return (0..<rows.count).map { row in
      let isEarlier =
        edition.map { name in
          current.map { rows.cell(name, row) != rows.cell(name, $0) } ?? false
        } ?? false
      let change = rows.change(row)
      return Bars.Category(
        rows.category(row), detail: rows.spec.detail.map { rows.text($0, row) } ?? "",
        values: [rows.value(row)], isEarlier: isEarlier && rows.value(row).value != nil,
        change: change.isEmpty ? nil : Bars.Change(amount: change))
    }
  }

  /// The categories of cells, each with a value for every series.
  static func grouped(_ cells: FigureCells) -> [Bars.Category] {
    let detail = cells.rows.spec.detail
    let series = cells.frame.series
    return cells.labels.enumerated().map { index, label in
      Bars.Category(
        label, detail: detail.map { cells.rows.text($0, cells.first[index]) } ?? "",
        values: series.map { cells.value(label, $0) })
    }
  }
}
