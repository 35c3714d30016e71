import Columnar
import DataSources
import Execution
import Planning
import QuerySyntax
import SourceText
import Synchronization

/// The files a session has opened, each once for each way of reading it.
final class FileTables: Sendable {
  private let tables = Mutex<[String: CSVTable]>([:])
  private let order = Mutex<[CSVTable]>([])
  /// Tables of earlier runs, for files that did not change since.
  private let earlier = Mutex<[String: CSVTable]>([:])

  private let cache = Mutex<ColumnCache?>(nil)

  private let cancellation = Mutex<(@Sendable () -> Bool)?>(nil)

  /// Tells whether to stop while a file is opened, which takes long on a slow disk, of a large
  /// workbook, or of a pipe that nobody writes to; nil when nobody will want to.
  var isCancelled: (@Sendable () -> Bool)? {
    get { cancellation.withLock { $0 } }
    set { cancellation.withLock { $0 = newValue } }
  }

  /// Where columns are kept from one run to the next; nil when they are not.
  var columnCache: ColumnCache? {
    get { cache.withLock { $0 } }
    set { cache.withLock { $0 = newValue } }
  }

  /// Opens a file, or all files a pattern stands for; what was opened before is given again. A
  /// file that has the path as written comes before a pattern.
  func table(_ path: String, _ options: CSVOptions, _ call: SourceCall) throws(Diagnostic)
    -> any TableSource
  {
    guard let pattern = FilePattern(path), !FilePattern.exists(Self.full(path, call)) else {
      return try file(path, options, call)
    }
    do {
      let paths = try pattern.files(from: call.folder)
      return try FileUnion(
        name: "csv \"\(path)\"", files: try alike(paths, options, call))
    } catch {
      throw placed(error, call)
    }
  }

  /// The files of a pattern. Types are declared for columns that at least one of them has, and a
  /// column without values in the first rows of a file has the type it has in another.
  private func alike(_ paths: [String], _ options: CSVOptions, _ call: SourceCall)
    throws(Diagnostic) -> [CSVTable]
  {
    var plain = options
    plain.types = []
    var headers: [Schema] = []
    for path in paths { headers.append(try file(path, plain, call).schema) }
    let names = Set(headers.flatMap(\.names))
    for (column, _) in options.types where !names.contains(column) {
      // The file says what it has instead.
      return [try file(paths[0], options, call)]
    }
    var files: [CSVTable] = []
    for (path, header) in zip(paths, headers) {
      var own = options
      own.types = options.types.filter { header.index(of: $0.column) != nil }
      for field in header.fields where Self.isEmpty(field) {
        guard !own.types.contains(where: { $0.column == field.name }) else { continue }
        let others = headers.compactMap { $0.field(field.name) }
        if let known = others.first(where: { !Self.isEmpty($0) }) {
          own.types.append((field.name, known.type))
        }
      }
      files.append(try file(path, own, call))
    }
    return files
  }

  /// Whether a column had no value in the first rows.
  private static func isEmpty(_ field: Field) -> Bool {
    field.type == .text && field.role == .note
  }

  private static func full(_ path: String, _ call: SourceCall) -> String {
    path.hasPrefix("/") || call.folder.isEmpty ? path : call.folder + "/" + path
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

  /// Opens a delimited file, or gives the one opened before.
  private func file(_ path: String, _ options: CSVOptions, _ call: SourceCall) throws(Diagnostic)
    -> CSVTable
  {
    try table(path, "csv \"\(path)\"", options, call) { full throws(Diagnostic) in
      try CSVSource(path: full, displayName: path, options: options)
    }
  }

  private func table(
    _ path: String, _ name: String, _ options: CSVOptions, _ call: SourceCall,
    open: @escaping @Sendable (String) throws(Diagnostic) -> CSVSource
  ) throws(Diagnostic) -> CSVTable {
    let full = Self.full(path, call)
    let key = "\(full)\u{0}\(name)\u{0}\(options)"
    if let known = tables.withLock({ $0[key] }) { return known }
    if let known = earlier.withLock({ $0.removeValue(forKey: key) }), known.csv.isCurrent {
      tables.withLock { $0[key] = known }
      return known
    }
    let csv: CSVSource
    do {
      csv = try WatchedWork.run(isCancelled: isCancelled) { _ in try open(full) }
    } catch {
      throw placed(error as? Diagnostic ?? WatchedWork.interrupted, call)
    }
    let table = CSVTable(csv, name: name, path: path, isEmbedded: false) { [weak self] in
      self?.columnCache
    }
    tables.withLock { $0[key] = table }
    order.withLock { $0.append(table) }
    return table
  }

  /// Files opened, in order.
  var opened: [CSVTable] { order.withLock { $0 } }

  /// What to know of the columns of the files that are open: by name, why one may not be of the
  /// type expected.
  var advice: [(column: String, diagnostic: Diagnostic)] {
    let names = tables.withLock { $0 }
    return names.sorted { $0.key < $1.key }.flatMap { $0.value.csv.advice }
  }

  /// Looks at every file again before it is used again: files may change between two statements
  /// at the prompt.
  func lookAgain() {
    let known = tables.withLock { tables in
      defer { tables = [:] }
      return tables
    }
    earlier.withLock { $0.merge(known) { $1 } }
  }

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
