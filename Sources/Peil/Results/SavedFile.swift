import Columnar
import DataSources
import Graphics
import Planning
import SourceText
import Spreadsheets
import Tables

/// What `save` writes.
enum SavedFile {
  /// What the file is to hold: rows, a figure of them, or the data of a figure.
  static func bytes(_ spec: SaveSpec, _ table: Table, _ options: SessionOptions) throws -> [UInt8] {
    var shown = table
    if let figure = spec.figure {
      if let bytes = try FigureFile.bytes(
        figure, table, as: spec.fileExtension, layout: spec.isNarrow ? .narrow : .wide, options)
      {
        return bytes
      }
      if spec.fileExtension == "html" {
        let page = try FigureHTML.output(figure, table, view(table, spec, options), options)
        return Array(page.body.utf8)
      }
      shown = FigureBuilder.data(of: figure, table)
    }
    if spec.fileExtension == "xlsx" { return try workbook(spec, shown, options) }
    let format = TableFormats.forExtension(spec.fileExtension) ?? .csv
    return Array(format.output(of: view(shown, spec, options)).body.utf8)
  }

  /// A workbook: rows alone on the first sheet, so that they read back; what belongs to them on the
  /// second.
  private static func workbook(_ spec: SaveSpec, _ table: Table, _ options: SessionOptions) throws
    -> [UInt8]
  {
    let whole = view(table, spec, options)
    var rows = whole
    rows.options.showsNotes = false
    let name = spec.path.split(separator: "/").last?.split(separator: ".").first
    let about = [table.schema.title, table.schema.citation].compactMap { $0 } + whole.footnotes
    var sheets: [Spreadsheet.Sheet] = [
      .table(name: name.map(String.init) ?? "", rows, source: "")
    ]
    if !about.isEmpty {
      sheets.append(
        .text(name: options.language == .dutch ? "Toelichting" : "About", lines: about))
    }
    let book = Spreadsheet(title: table.schema.title ?? "", sheets: sheets)
    do throws(Spreadsheet.Fault) {
      return try book.bytes()
    } catch {
      throw Diagnostic(
        .error, phase: .output, code: "cannot-write",
        "`\(spec.path)` cannot be written: \(error.reason)")
    }
  }

  /// Writes the file, all or nothing. Throws a fault of phase `output`.
  static func write(_ bytes: [UInt8], _ spec: SaveSpec) throws {
    try AtomicFile.write(bytes, to: spec.fullPath, name: spec.path)
  }

  private static func view(_ table: Table, _ spec: SaveSpec, _ options: SessionOptions) -> TableView
  {
    var shown = TableOptions(
      language: options.wording, showsReasons: options.showsReasons,
      showsNotes: options.showsNotes)
    shown.csv = CSVDialect(
      delimiter: spec.delimiter.flatMap { CSVDialect.Delimiter(rawValue: character($0)) } ?? .comma,
      decimalMark: spec.decimal.flatMap { CSVDialect.DecimalMark(rawValue: character($0)) }
        ?? .point,
      hasByteOrderMark: spec.hasByteOrderMark)
    return TableView(table, options: shown)
  }

  private static func character(_ byte: UInt8) -> String { String(decoding: [byte], as: UTF8.self) }
}
