import Columnar
import Execution
package import Planning
package import QuerySyntax
package import SourceText
import StandardLibrary

/// Reads, checks and runs Peil scripts over the built-in datasets and files.
///
/// Definitions and the last result stay from one run to the next, as at a prompt. A session
/// belongs to one task at a time.
///
/// ```swift
/// let session = Session()
/// for result in try session.run("population | sum inhabitants by province, year | take 3") {
///   print(try result.text(as: "csv"))
/// }
/// ```
public final class Session {
  /// How the session reads and what it says; may change between runs.
  public var options: SessionOptions
  package let registry: Registry
  let catalog: SessionCatalog
  let files: FileTables
  /// Files of boundaries that figures were drawn with, in order, each once.
  var boundaryFiles: [BoundaryFile] = []
  /// Where rows of statements are kept from run to run; nil keeps nothing.
  package var store: (any ResultStore)?
  /// Which build computes, for what is kept.
  package var engineIdentity = EngineVersion.text
  /// Digests of tables worked out so far.
  var digests: [ObjectIdentifier: (table: KeptTable, digest: String)] = [:]
  var origins = DefinitionOrigins()
  /// The document being run, whose statements run side by side; nil when they do not.
  var ahead: RunAhead?
  /// The time that running statements took so far; what was kept takes none.
  package internal(set) var timeTaken = Duration.zero
  /// What scripts have defined so far.
  package var definitions = Definitions()

  /// Makes a session.
  public init(options: SessionOptions = SessionOptions()) {
    self.options = options
    let files = FileTables()
    self.files = files
    let csv = CSVFunction { path, options, call throws(Diagnostic) in
      try files.table(path, options, call)
    }
    let xlsx = WorkbookFunction { path, sheet, options, call throws(Diagnostic) in
      try files.table(path, sheet: sheet, options, call)
    }
    registry = Registry.standard(sources: [csv.source, xlsx.source])
    catalog = SessionCatalog { path throws(Diagnostic) in try FileReading.bytes(path) }
  }

  /// Runs a script and gives its results in order.
  ///
  /// Nothing is run when anything is wrong in the text. Throws ``PeilError`` with every fault
  /// found, or with the first one met while running.
  public func run(_ text: String, name: String? = nil) throws(PeilError) -> [QueryResult] {
    var results: [QueryResult] = []
    do {
      let file = SourceFile(name: name ?? "-c", isNamed: name != nil, text: text)
      try run(file) { results.append($0) }
    } catch {
      throw PeilError(error)
    }
    return results
  }

  /// Runs a script; each result is handed over as soon as it is there. Throws ``Diagnostics``.
  ///
  /// - Parameter isWhole: whether no further script follows that may have the params given.
  package func run(
    _ file: SourceFile, isWhole: Bool = true, show: (QueryResult) throws -> Void
  ) throws {
    let script = Parser.script(in: file, vocabulary: registry)
    // A file may have changed since an earlier run.
    if isWhole { files.lookAgain() }
    var done = 0
    // A column that turns out wider than its first rows is planned again; each time at least one
    // column becomes wider, so the loop ends.
    while true {
      let before = definitions
      let known = isWhole ? nil : plannedAhead(file)
      let statements = try known?.statements ?? plan(script, isWhole: isWhole)
      if isWhole { options.singleReads = singleReads(in: statements) }
      do {
        try run(statements, of: known?.number, from: &done, show: show)
        return
      } catch is SchemaChange {
        forgetAhead()
        definitions = before
      }
    }
  }

  /// The statements of a script, checked. Throws ``Diagnostics`` when anything is wrong.
  ///
  /// - Parameter isWhole: whether no further script follows that may have the params given.
  package func plan(_ script: Script, isWhole: Bool = true) throws -> [PlannedStatement] {
    catalog.options = options
    catalog.options.singleReads = isWhole ? singleReads(ahead: script) : .none
    files.isCancelled = options.isCancelled
    prepareCache()
    var planner: Planner
    var statements: [PlannedStatement]
    // A verb whose columns are data reads rows here, and may find a wider column: see `run`.
    repeat {
      planner = Planner(
        registry: registry, catalog: catalog, file: script.file, folder: folder(of: script.file),
        definitions: definitions, arguments: options.arguments)
      statements = planner.plan(script)
      if let interruption = planner.interruption, !(interruption is SchemaChange) {
        throw interruption
      }
    } while planner.interruption != nil
    let unknown = isWhole ? unknownArguments(planner.definitions, in: script) : []
    // A text that is followed by others tells what it did define, also when it is wrong.
    if !isWhole { definitions = planner.definitions }
    guard planner.diagnostics.isEmpty, unknown.isEmpty else {
      throw Diagnostics(planner.diagnostics.map(advised) + unknown)
    }
    definitions = planner.definitions
    if store != nil {
      for other in catalog.takeScripts() {
        let name = other.name.split(separator: "/").last.map(String.init)
        origins.add(Parser.script(in: other, vocabulary: registry), name: name)
      }
      origins.add(script)
    }
    return statements
  }

  /// Params given that no script has. One that the script declares wrongly is there all the same.
  func unknownArguments(_ definitions: Definitions, in script: Script? = nil) -> [Diagnostic] {
    let declared = (script?.statements ?? []).compactMap { statement -> String? in
      guard case .param(let name, _, _, _) = statement.kind else { return nil }
      return name.text
    }
    let names = definitions.params.map(\.name) + declared
    return options.arguments.keys.sorted().filter { !names.contains($0) }.map { name in
      Diagnostic(
        .error, phase: .usage, code: "unknown-parameter", "the script has no param `\(name)`",
        label: Suggestion.nearest(to: name, among: names).map { "did you mean `\($0)`?" },
        notes: names.isEmpty
          ? ["it has no params"] : ["params: " + Set(names).sorted().joined(separator: ", ")])
    }
  }

  /// - Parameter number: the text of the document planned ahead that the statements are of.
  private func run(
    _ statements: [PlannedStatement], of number: Int?, from done: inout Int,
    show: (QueryResult) throws -> Void
  ) throws {
    for (index, statement) in statements.enumerated() {
      let isDone = index < done
      // Planned anew, the tables of `let`s that had run are empty again.
      if isDone { guard case .keep = statement.action else { continue } }
      do {
        let place = number.map { RunAhead.Place(text: $0, statement: index) }
        if let result = try run(statement, at: index, place) { try show(result) }
        if !isDone { done = index + 1 }
      } catch var fault as Diagnostic {
        if fault.range == nil {
          fault.file = statement.file
          fault.range = statement.range
        }
        throw Diagnostics(fault)
      }
    }
  }

  private func run(_ statement: PlannedStatement, at index: Int, _ place: RunAhead.Place?) throws
    -> QueryResult?
  {
    let options = options
    func rows(_ plan: LogicalPlan, _ label: String) throws -> (table: Table, notes: [Note]) {
      guard store != nil || ahead != nil else { return try options.rows(of: plan) }
      return try self.rows(
        of: plan, statement.file.text(statement.range), label: label, values: statement.values,
        at: place)
    }
    switch statement.action {
    case .nothing: return nil
    case .keep(let kept, let plan):
      let (table, notes) = try rows(plan, "let \(kept.name)")
      kept.keep(table, notes: statement.allNotes(notes))
      definitions.kept[kept.name] = kept
      return nil
    case .print(let expr):
      let value = try Executor.value(of: expr)
      return QueryResult(.text(PlainText.of(value)), options: options)
    case .show(let plan, .explanation(let isRun)):
      let text = isRun ? try measurements(of: plan) : explanation(of: plan)
      return QueryResult(.text(text), options: options)
    case .show(let plan, let presentation):
      let (table, said) = try rows(plan, "\(index)")
      let notes = statement.allNotes(said)
      let last = KeptTable(name: "_", plan: plan)
      last.keep(table, notes: notes)
      definitions.last = last
      let shown = RelevantNotes.of(notes, for: table)
      switch presentation {
      case .saved, .explanation: return nil
      case .sources:
        return QueryResult(.table(try sources(of: plan), []), options: options)
      case .table: return QueryResult(.table(table, shown), options: options)
      case .figure(let spec):
        if let file = BoundaryFile(spec), !boundaryFiles.contains(file) {
          boundaryFiles.append(file)
        }
        return QueryResult(.figure(spec, table, shown), options: options)
      }
    }
  }

  func folder(of file: SourceFile) -> String {
    guard file.isNamed, let slash = file.name.lastIndex(of: "/") else {
      return file.isNamed ? "" : options.folder
    }
    return slash == file.name.startIndex ? "/" : String(file.name[..<slash])
  }
}
