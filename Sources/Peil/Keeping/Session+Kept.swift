import Columnar
import Optimisation
import Planning
package import SourceText

extension Session {
  /// The rows of a plan: those kept, or those it gives when it runs. Throws as running does.
  func rows(
    of plan: LogicalPlan, _ text: String, label: String, values: [KeptTable] = [],
    at place: RunAhead.Place? = nil
  ) throws -> (table: Table, notes: [Note]) {
    if let place, let outcome = try outcome(at: place) { return take(outcome) }
    let options = options
    func run() throws -> MadeRows {
      try MadeRows { try options.rows(of: plan, noteRows: $0) }
    }
    guard let store, !StatementText.names(in: text).contains("save") else {
      return take(.made(nil, try run()))
    }
    let key: StatementKey
    do {
      key = try self.key(of: plan, text, label: label, values: values)
    } catch is Pending {
      return take(.made(nil, try run()))
    }
    if let (table, notes) = try kept(key, plan, in: store) {
      return take(.kept(key, table, notes: notes))
    }
    return take(.made(key, try run()))
  }

  /// Takes note of what became of a statement, and keeps what it gave.
  private func take(_ outcome: RunAhead.Outcome) -> (table: Table, notes: [Note]) {
    switch outcome {
    case .kept(let key, let table, let notes):
      store?.note(key, wasKept: true)
      return (table, notes)
    case .made(let key, let made):
      timeTaken += made.time
      if let key {
        store?.note(key, wasKept: false)
        store?.keep(
          KeptRows(made.table, made.notes, readings: made.readings).bytes, for: key)
      }
      return (made.table, made.notes)
    }
  }

  /// The rows kept for a key. Throws ``SchemaChange`` when a column is wider than was planned.
  func kept(_ key: StatementKey, _ plan: LogicalPlan, in store: any ResultStore) throws -> (
    table: Table, notes: [Note]
  )? {
    guard let bytes = store.bytes(for: key), let kept = KeptRows(bytes, fitting: plan.schema),
      let table = try restore(kept, plan)
    else { return nil }
    return (table, kept.notes)
  }

  /// Puts back what running left behind. Throws ``SchemaChange`` when a column is known to be
  /// wider than was planned; nil when what was kept does not fit.
  private func restore(_ kept: KeptRows, _ plan: LogicalPlan) throws -> Table? {
    let tables = readTables
    var isWidened = false
    for reading in kept.readings {
      for table in tables where table.path == reading.path && table.name == reading.name {
        if table.widen(reading.widened) { isWidened = true }
      }
    }
    if isWidened { throw SchemaChange() }
    // The rows that running gives have the schema of the plan as it was rewritten.
    let schema = PlanChoice.optimised(plan, usesRules: options.optimises).plan.schema
    guard kept.fits(schema) else { return nil }
    for reading in kept.readings {
      for table in tables where table.path == reading.path && table.name == reading.name {
        table.rowsRead = reading.rows
      }
    }
    for (set, redivisions) in zip(schema.breaks, kept.breaks)
    where set.redivisions.isEmpty && !redivisions.isEmpty {
      set.fill(redivisions)
    }
    return Table(schema: schema, columns: kept.columns, count: kept.count)
  }

  /// Every file and built-in text opened so far.
  private var readTables: [CSVTable] { files.opened + catalog.embedded }
}

extension Session {
  /// What would become of a statement.
  package enum Prospect: Sendable {
    /// All it gives is known already.
    case kept(StatementKey)
    /// It has to run.
    case runs(StatementKey)
    /// It depends on a table that has to be made first.
    case follows(String, label: String)
    /// It writes a file, and so it always runs.
    case writes(label: String)
  }

  /// What would become of the statements of a text, none of which is run. What is kept is taken
  /// over, so that the texts behind it can be looked at. Throws ``Diagnostics``.
  package func prospects(of file: SourceFile) throws -> [Prospect] {
    var prospects: [Prospect] = []
    while true {
      let before = definitions
      prospects = []
      do {
        for (index, statement) in try plan(parsed(file), isWhole: false).enumerated() {
          if let prospect = try prospect(of: statement, at: index) { prospects.append(prospect) }
        }
        return prospects
      } catch is SchemaChange {
        definitions = before
      }
    }
  }

  private func prospect(of statement: PlannedStatement, at index: Int) throws -> Prospect? {
    let label: String
    let plan: LogicalPlan
    let target: KeptTable?
    switch statement.action {
    case .nothing, .print, .show(_, .explanation): return nil
    case .keep(let kept, let found): (label, plan, target) = ("let \(kept.name)", found, kept)
    case .show(let found, _): (label, plan, target) = ("\(index)", found, nil)
    }
    let text = statement.file.text(statement.range)
    if StatementText.names(in: text).contains("save") { return .writes(label: label) }
    do {
      let key = try self.key(of: plan, text, label: label, values: statement.values)
      guard let store, let (table, notes) = try kept(key, plan, in: store) else {
        return .runs(key)
      }
      target?.keep(table, notes: statement.allNotes(notes))
      return .kept(key)
    } catch let pending as Pending {
      return .follows(pending.name, label: label)
    }
  }
}
