import CXlsxWriter
import Columnar
import Tables
import Wording

/// A sheet with a table: title, headings, numbers as numbers, and below them notes and source.
struct TableSheet {
  private let view: TableView
  private let source: String
  private var table: Table { view.table }

  init(_ view: TableView, source: String) {
    self.view = view
    self.source = source
  }

  /// The row of the headings: a title and an empty row stand above it.
  private var headingRow: UInt32 { view.title == nil ? 0 : 2 }

  func write(to page: UnsafeMutablePointer<lxw_worksheet>, _ formats: CellFormats) {
    if let title = view.title {
      unsafe worksheet_write_string(page, 0, 0, title, formats.title)
    }
    for (column, field) in table.schema.fields.enumerated() {
      let unit = field.unit?.text ?? ""
      let heading = unit.isEmpty ? field.heading : "\(field.heading) (\(unit))"
      unsafe worksheet_write_string(
        page, headingRow, UInt16(column), heading, formats.heading)
      unsafe worksheet_set_column(
        page, UInt16(column), UInt16(column), Double(width(column, heading)), nil)
    }
    unsafe worksheet_freeze_panes(page, headingRow + 1, 0)
    for (index, column) in table.columns.enumerated() {
      for row in 0..<table.count {
        unsafe write(
          column, index, row, page: page, at: headingRow + 1 + UInt32(row), formats)
      }
    }
    var row = headingRow + 2 + UInt32(table.count)
    let lines = view.footnotes + (source.isEmpty ? [] : [source])
    for line in lines {
      unsafe worksheet_write_string(page, row, 0, line, formats.note)
      row += 1
    }
  }

  private func write(
    _ column: Column, _ index: Int, _ row: Int, page: UnsafeMutablePointer<lxw_worksheet>,
    at place: UInt32, _ formats: CellFormats
  ) {
    let field = table.schema.fields[index]
    let cell = UInt16(index)
    switch column.value(at: row) {
    case .missing(let reason):
      let words = MissingWording(reason, in: view.options.language).words
      unsafe worksheet_write_string(page, place, cell, words, formats.missing)
    case .boolean(let flag):
      unsafe worksheet_write_boolean(page, place, cell, flag ? 1 : 0, formats.text)
    case .integer(let whole):
      // Beyond 2^53 a number of Excel would be another one.
      if whole.magnitude > 1 << 53 {
        unsafe worksheet_write_string(page, place, cell, String(whole), formats.text)
      } else {
        unsafe worksheet_write_number(
          page, place, cell, Double(whole),
          formats.number(field.role == .measure ? pattern(field, isWhole: true) : "0"))
      }
    case .number(let number):
      unsafe worksheet_write_number(
        page, place, cell, number, formats.number(pattern(field, isWhole: false)))
    case .text(let text):
      let label = field.entity?.label(of: text) ?? text
      unsafe worksheet_write_string(
        page, place, cell, String(label.prefix(Self.longestText)), formats.text)
    case .date(let date):
      let civil = date.civil
      guard civil.year >= 1900 else {
        unsafe worksheet_write_string(page, place, cell, date.text, formats.text)
        return
      }
      var moment = lxw_datetime(
        year: Int32(civil.year), month: Int32(civil.month), day: Int32(civil.day), hour: 0, min: 0,
        sec: 0)
      unsafe worksheet_write_datetime(
        page, place, cell, &moment, formats.number("dd-mm-yyyy"))
    case .period(let period):
      unsafe worksheet_write_string(page, place, cell, period.text, formats.text)
    }
  }

  /// How Excel shows numbers of a measure: with the decimals declared, else as many as it has.
  private func pattern(_ field: Field, isWhole: Bool) -> String {
    if let decimals = field.decimals {
      return "#,##0" + (decimals > 0 ? "." + String(repeating: "0", count: decimals) : "")
    }
    return isWhole ? "#,##0" : "#,##0.##"
  }

  /// Characters that fit the heading and the first rows.
  private func width(_ column: Int, _ heading: String) -> Int {
    let shown = (0..<min(table.count, 50)).map { row -> Int in
      switch table.columns[column].value(at: row) {
      case .text(let text):
        (table.schema.fields[column].entity?.label(of: text) ?? text).count
      case .missing, .boolean, .integer, .number, .date, .period: 12
      }
    }
    return min(max(shown.max() ?? 0, min(heading.count, 24), 8) + 2, 60)
  }

  private static let longestText = 32_767
}
