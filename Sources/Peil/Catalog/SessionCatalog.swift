import Columnar
import DataSources
import Execution
import Planning
import QuerySyntax
import SourceText
import StandardLibrary
import Synchronization

/// The built-in datasets, entity types and scripts a session can reach.
final class SessionCatalog: Catalog {
  private let datasets = Mutex<[String: DeclaredTable]>([:])
  private let entities = Mutex<[String: Entity]>([:])
  private let scripts = Mutex<[SourceFile]>([])
  private let chosen = Mutex(SessionOptions())
  private let readFile: @Sendable (String) throws(Diagnostic) -> [UInt8]

  /// How rows that decide about columns are read.
  var options: SessionOptions {
    get { chosen.withLock { $0 } }
    set { chosen.withLock { $0 = newValue } }
  }

  /// Makes a catalog; `readFile` gives the bytes of a script.
  init(readFile: @escaping @Sendable (String) throws(Diagnostic) -> [UInt8]) {
    self.readFile = readFile
  }

  /// The built-in texts opened so far, sorted by name.
  var embedded: [CSVTable] {
    datasets.withLock { $0 }.sorted { $0.key < $1.key }.compactMap { $0.value.source as? CSVTable }
  }

  var tableNames: [String] { EmbeddedDataset.names }

  func table(_ name: String) throws -> (any TableSource)? {
    try dataset(name)
  }

  /// The built-in dataset with a name, declared when first asked for.
  func dataset(_ name: String) throws -> DeclaredTable? {
    if let known = datasets.withLock({ $0[name] }) { return known }
    guard let embedded = EmbeddedDataset.named(name) else { return nil }
    let file = try SourceFile(name: "\(name).peil", bytes: embedded.declaration)
    let registry = Registry.standard(sources: [Self.embeddedSource(embedded.rows).source])
    let script = Parser.script(in: file, vocabulary: registry)
    var planner = Planner(registry: registry, catalog: self, file: file, folder: "")
    _ = planner.plan(script)
    guard planner.diagnostics.isEmpty,
      let table = planner.definitions.tables[name] as? DeclaredTable
    else { throw Diagnostics(planner.diagnostics) }
    datasets.withLock { $0[name] = table }
    return table
  }

  /// `csv "name.csv"` in the declaration of a built-in dataset reads the text beside it.
  private static func embeddedSource(_ rows: [UInt8]) -> CSVFunction {
    CSVFunction { path, options, _ throws(Diagnostic) in
      CSVTable(
        try CSVSource(bytes: rows, displayName: path, options: options), name: path,
        path: "builtin/" + path, isEmbedded: true)
    }
  }

  func entity(_ name: String) throws -> Entity? {
    guard name == "region" else { return nil }
    if let known = entities.withLock({ $0[name] }) { return known }
    let entity = try Self.regions()
    entities.withLock { $0[name] = entity }
    return entity
  }

  /// Municipalities of all years with their names.
  private static func regions() throws -> Entity {
    guard let embedded = EmbeddedDataset.named("municipalities") else {
      return Entity(name: "region", labels: [])
    }
    let csv = try CSVSource(bytes: embedded.rows, displayName: "municipalities.csv")
    let table = try csv.read(columns: ["municipality", "name"])
    var labels: [(code: String, label: String)] = []
    for row in 0..<table.count {
      if case .text(let code) = table.columns[0].value(at: row),
        case .text(let label) = table.columns[1].value(at: row)
      {
        labels.append((code, label))
      }
    }
    return Entity(
      name: "region", labels: labels,
      otherNames: ["Den Haag": "'s-Gravenhage", "Den Bosch": "'s-Hertogenbosch"])
  }

  func rows(of plan: LogicalPlan) throws -> FoundRows {
    let readings = Readings()
    let (table, notes) = try options.rows(of: plan) { readings.note($0, $1) }
    return FoundRows(table: table, notes: notes, readings: readings.all)
  }

  /// What a plan reads, noted by any thread.
  private final class Readings: Sendable {
    private let readings = Mutex<[(source: any TableSource, rows: Int)]>([])

    func note(_ source: any TableSource, _ rows: Int) {
      readings.withLock { $0.append((source, rows)) }
    }

    var all: [(source: any TableSource, rows: Int)] { readings.withLock { $0 } }
  }

  func script(at path: String) throws(Diagnostic) -> SourceFile {
    let file = try SourceFile(name: path, bytes: try readFile(path))
    scripts.withLock { $0.append(file) }
    return file
  }

  /// The scripts read since this was asked last, in order.
  func takeScripts() -> [SourceFile] {
    scripts.withLock { scripts in
      defer { scripts = [] }
      return scripts
    }
  }
}
