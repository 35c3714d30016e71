import Columnar
import DataSources
import Planning
import QuerySyntax
import SourceText
import Synchronization

/// The files a session has opened, each once for each way of reading it.
final class FileTables: Sendable {
  private let tables = Mutex<[String: CSVTable]>([:])
  private let order = Mutex<[CSVTable]>([])

  /// Opens a delimited file, or gives the one opened before.
  func table(_ path: String, _ options: CSVOptions, _ call: SourceCall) throws(Diagnostic)
    -> any TableSource
  {
    try table(path, "csv \"\(path)\"", options, call) { full throws(Diagnostic) in
      try CSVSource(path: full, displayName: path, options: options)
    }
  }

  /// Opens a sheet of a workbook, or gives the one opened before.
  func table(_ path: String, sheet: String?, _ options: CSVOptions, _ call: SourceCall)
    throws(Diagnostic) -> any TableSource
  {
    let clause = sheet.map { " sheet \"\($0)\"" } ?? ""
    return try table(path, "xlsx \"\(path)\"" + clause, options, call) { full throws(Diagnostic) in
      try CSVSource(workbook: full, displayName: path, sheet: sheet, options: options)
    }
  }

  private func table(
    _ path: String, _ name: String, _ options: CSVOptions, _ call: SourceCall,
    open: (String) throws(Diagnostic) -> CSVSource
  ) throws(Diagnostic) -> any TableSource {
    let full = path.hasPrefix("/") || call.folder.isEmpty ? path : call.folder + "/" + path
    let key = "\(full)\u{0}\(name)\u{0}\(options)"
    if let known = tables.withLock({ $0[key] }) { return known }
    let csv: CSVSource
    do {
      csv = try open(full)
    } catch {
      throw placed(error, call)
    }
    let table = CSVTable(csv, name: name, path: path, isEmbedded: false)
    tables.withLock { $0[key] = table }
    order.withLock { $0.append(table) }
    return table
  }

  /// Files opened, in order.
  var opened: [CSVTable] { order.withLock { $0 } }

  /// Forgets every file, so that each is read anew: files may change between two statements at
  /// the prompt.
  func forget() { tables.withLock { $0 = [:] } }

  /// A fault of the file, with the place in the script that names it, or its sheet.
  private func placed(_ fault: Diagnostic, _ call: SourceCall) -> Diagnostic {
    var fault = fault
    if fault.range == nil {
      let isAboutSheet = ["unknown-sheet", "no-table-sheet"].contains(fault.code)
      let sheet = call.stage.clauses.last { $0.word.text == "sheet" }?.items.first
      fault.file = call.file
      fault.range = (isAboutSheet ? sheet : nil)?.range ?? call.stage.items.first?.range
    }
    return fault
  }
}
