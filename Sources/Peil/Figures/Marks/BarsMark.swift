import Columnar
import Graphics
import Planning
import SourceText
import Wording

extension FigureMark {
  /// Bars.
  static let bars = FigureMark("bars", vega: { rows, _ in .bars(rows) }, make: BarsOfRows.make)
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
      noun: rows.noun(of: rows.spec.by), arrangement: isParted ? arrangement : .grouped,
      direction: rows.spec.settings["direction"] == .word("horizontal") ? .lying : .automatic,
      hasEarlierSeries: rows.spec.color.flatMap { rows.table.schema.field($0) }?.role == .edition)
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
      return Bars.Category(
        rows.category(row), detail: detail(rows, row), values: [rows.value(row)],
        isEarlier: isEarlier && rows.value(row).value != nil, change: change(rows, row))
    }
  }

  /// The second line of a category: a period with what it is, "periode 2017", anything else as it is.
  private static func detail(_ rows: FigureRows, _ row: Int) -> String {
    guard let name = rows.spec.detail, let field = rows.table.schema.field(name) else { return "" }
    let text = rows.text(name, row)
    guard field.role == .time, rows.cell(name, row).map(isKnown) ?? false else { return text }
    return "\((rows.language == .dutch ? field.heading : field.name).lowercased()) \(text)"
  }

  private static func isKnown(_ cell: Value) -> Bool {
    if case .missing = cell { return false }
    return true
  }

  /// The change since the row before, in words when there is none: the same figure when it is of the
  /// same period, which an edition may carry over.
  private static func change(_ rows: FigureRows, _ row: Int) -> Bars.Change? {
    let isDutch = rows.language == .dutch
    if rows.isBreak(row) {
      return Bars.Change(notComparable: rows.words(.notComparable))
    }
    let amount = rows.change(row)
    guard !amount.isEmpty else { return nil }
    guard row > 0, rows.value(row) == rows.value(row - 1) else {
      return Bars.Change(amount: amount)
    }
    let time = rows.table.schema.time?.name
    let isSame = time.map { rows.cell($0, row) == rows.cell($0, row - 1) } ?? false
    return Bars.Change(
      amount: amount,
      remark: isDutch
        ? (isSame ? "zelfde cijfer" : "ongewijzigd") : (isSame ? "same figure" : "unchanged"))
  }

  /// The categories of cells, each with a value for every series.
  static func grouped(_ cells: FigureCells) -> [Bars.Category] {
    let detail = cells.rows.spec.detail
    let series = cells.frame.series
    return cells.labels.enumerated().map { index, label in
      Bars.Category(
        label, detail: detail == nil ? "" : self.detail(cells.rows, cells.first[index]),
        values: series.map { cells.value(label, $0) })
    }
  }
}
