import Columnar
import DataSources
import Graphics
import Planning
import SourceText
import Spreadsheets
import Tables

/// What `save` writes.
enum SavedFile {
  /// What the file is to hold: rows, or a figure of them.
  static func bytes(_ spec: SaveSpec, _ table: Table, _ options: SessionOptions) throws -> [UInt8] {
    guard spec.fileExtension == "xlsx" else { return Array(try text(spec, table, options).utf8) }
    // Rows alone on the first sheet, so that they read back; what belongs to them on the second.
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

  private static func text(_ spec: SaveSpec, _ table: Table, _ options: SessionOptions) throws
    -> String
  {
    if let figure = spec.figure, spec.fileExtension == "svg" {
      return try FigureBuilder.figure(figure, table, options: options).svg(layout: .wide)
    } else if let figure = spec.figure, spec.fileExtension == "html" {
      return try FigureHTML.output(figure, table, view(table, spec, options), options).body
    } else {
      let format = TableFormats.forExtension(spec.fileExtension) ?? .csv
      return format.output(of: view(table, spec, options)).body
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
