import Columnar
import Graphics
import Planning
import SourceText
import Wording

extension FigureMark {
  /// Bars.
  static let bars = FigureMark("bars", make: BarsMark.make)
}

/// Bars of rows.
private enum BarsMark {
  /// The most bars a figure is drawn with.
  private static let most = 1000

  static func make(_ rows: FigureRows) throws(PeilError) -> any Mark {
    guard rows.table.count <= most else {
      throw PeilError(
        Diagnostic(
          .error, phase: .run, code: "too-many-bars",
          "\(rows.table.count) rows are too many for bars",
          notes: ["keep at most \(most), as in `top 20 by \(rows.spec.value)`"]))
    }
    let unit = rows.valueField.unit?.text ?? ""
    guard let color = rows.spec.color else {
      return Bars(
        categories: try single(rows), style: rows.language.numberStyle,
        decimals: rows.valueField.decimals, unit: unit)
    }
    let (series, categories) = try grouped(rows, color)
    return Bars(
      series: series, categories: categories, style: rows.language.numberStyle,
      decimals: rows.valueField.decimals, unit: unit)
  }

  private static func single(_ rows: FigureRows) throws(PeilError) -> [Bars.Category] {
    // Of editions the newest with a figure stands out, whatever column names them.
    let current = (0..<rows.table.count).last { rows.value($0).value != nil }
    let edition = rows.table.schema.edition.flatMap { rows.table.column($0.name) }
    var labels: [String] = []
    var categories: [Bars.Category] = []
    for row in 0..<rows.table.count {
      let label = rows.category(row)
      guard !labels.contains(label) else { throw twice(label, rows) }
      labels.append(label)
      categories.append(
        Bars.Category(
          label, detail: rows.spec.detail.map { rows.text($0, row) } ?? "",
          values: [rows.value(row)],
          isEarlier: rows.value(row).value != nil
            && current.map { edition?.value(at: row) != edition?.value(at: $0) } ?? false,
          change: change(rows, row)))
    }
    return categories
  }

  /// The growth, or else the change, that the table has beside the measure.
  private static func change(_ rows: FigureRows, _ row: Int) -> Bars.Change? {
    let names = ["\(rows.spec.value)_growth", "\(rows.spec.value)_change"]
    for (index, name) in names.enumerated() {
      guard let number = rows.table.column(name)?.value(at: row).asNumber else { continue }
      let amount =
        index == 0
        ? rows.language.numberStyle.signedPercent(number, decimals: 1)
        : rows.language.numberStyle.signed(number, decimals: rows.valueField.decimals ?? 0)
      return Bars.Change(amount: amount)
    }
    return nil
  }

  private static func grouped(_ rows: FigureRows, _ color: String) throws(PeilError)
    -> (series: [String], categories: [Bars.Category])
  {
    var series: [String] = []
    var labels: [String] = []
    var cells: [String: [String: Datum]] = [:]
    for row in 0..<rows.table.count {
      let label = rows.category(row)
      let name = rows.text(color, row)
      if !series.contains(name) { series.append(name) }
      if !labels.contains(label) { labels.append(label) }
      guard cells[label]?[name] == nil else { throw twice("\(label), \(name)", rows) }
      cells[label, default: [:]][name] = rows.value(row)
    }
    let absent = Datum.missing(MissingWording(.noRow, in: rows.language).words)
    let categories = labels.map { label in
      Bars.Category(label, values: series.map { cells[label]?[$0] ?? absent })
    }
    return (series, categories)
  }

  private static func twice(_ label: String, _ rows: FigureRows) -> PeilError {
    PeilError(
      Diagnostic(
        .error, phase: .run, code: "bar-twice", "two rows would be the bar \"\(label)\"",
        notes: [
          "aggregate first, as in `sum \(rows.spec.value) by \(rows.spec.by ?? "x")`, or part them "
            + "with `color COLUMN`"
        ]))
  }
}
