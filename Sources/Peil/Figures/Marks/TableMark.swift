import Columnar
import Graphics
import Planning

extension FigureMark {
  /// A table as a figure.
  static let table = FigureMark(
    "table", vega: { rows, _ in .words(rows, size: 13) }, make: TableOfRows.make)
}

/// A row for each category: its last two values, the change, the course over time.
private enum TableOfRows {
  static func make(_ rows: FigureRows) throws(PeilError) -> any Mark {
    // Cells are read as categories by time, which is what the columns of the table are.
    let cells = try FigureCells(rows.drawn(by: rows.spec.by, color: over(rows)), each: "cell")
    try FigureLimit.check(cells.labels.count, most: 200, "rows", rows)
    let head = rows.spec.by.flatMap { rows.table.schema.field($0)?.heading } ?? ""
    guard let over = over(rows) else {
      return DrawnTable(
        nameHead: head, heads: [rows.valueField.heading],
        rows: cells.labels.enumerated().map { index, label in
          let row = cells.first[index]
          return DrawnTable.Row(
            label, values: [cells.value(label, "")], change: rows.changeWords(row),
            isCompared: !rows.change(row).isEmpty)
        }, format: rows.format)
    }
    let axis = FigureAxis.places(FigureCells(namesOf: rows.drawn(by: over, color: nil)))
    let shown = Array(axis.suffix(2))
    let isLong = axis.count > 2
    let course = isLong ? "\(axis[0].label)–\(axis[axis.count - 1].label)" : ""
    return DrawnTable(
      nameHead: head, heads: shown.map(\.label), courseHead: course,
      rows: cells.labels.map { label in
        let last = shown.last.flatMap { cells.row(label, $0.label) }
        return DrawnTable.Row(
          label, values: shown.map { cells.value(label, $0.label) },
          change: last.map { rows.changeWords($0) } ?? "",
          isCompared: last.map { !rows.change($0).isEmpty } ?? true,
          course: isLong ? axis.map { cells.value(label, $0.label) } : [])
      }, format: rows.format)
  }

  /// The column of time, when the rows differ in it.
  private static func over(_ rows: FigureRows) -> String? {
    guard let over = rows.spec.over, over != rows.spec.by else { return nil }
    let first = rows.count > 0 ? rows.cell(over, 0) : nil
    return (0..<rows.count).contains { rows.cell(over, $0) != first } ? over : nil
  }
}
