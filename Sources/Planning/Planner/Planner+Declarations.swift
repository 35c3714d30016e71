package import Columnar
package import QuerySyntax
import SourceText

extension Planner {
  /// The table a `data` statement declares; nil when a fault was reported.
  package mutating func declare(_ name: Name, _ stage: Stage) -> DeclaredTable? {
    guard let function = registry.source(stage.verb.text) else {
      let word = stage.verb.text
      var notes = ["sources: " + registry.sources.map(\.name).joined(separator: ", ")]
      if definitions.tableNames.contains(word) || catalog.tableNames.contains(word) {
        notes.append("`\(word)` is a table: keep what is made of it with `let \(name.text) = …`")
      }
      report(
        "unknown-source", "no source `\(word)`", at: stage.verb.range,
        label: suggestion(word, among: registry.sources.map(\.name)), notes: notes)
      return nil
    }
    var call = SourceCall(
      file: file, stage: stage, parameters: literalParameters, folder: folder)
    let before = diagnostics.count
    call.types = declaredTypes(stage)
    call.axes = declaredAxes(stage)
    call.measures = stage.clauses("measure").flatMap(\.items).compactMap(Self.columnName)
    call.missing = declaredTokens(stage)
    // With a type or a text for missing values less a column may be read as text.
    let typesAreCertain = diagnostics.count == before
    let source: any TableSource
    do {
      source = try function.open(call)
    } catch {
      diagnostics.append(error)
      return nil
    }
    var schema = source.schema
    // Without a word about roles those inferred stay.
    if stage.clauses.contains(where: { Self.roleWords.contains($0.word.text) }) {
      schema.isDeclared = true
      for index in schema.fields.indices where schema.fields[index].role != .note {
        schema.fields[index].role = .note
        schema.fields[index].measure = nil
      }
    }
    declareRoles(stage, &schema, typesAreCertain: typesAreCertain)
    declareTexts(stage, &schema)
    declareTotals(stage, &schema)
    guard declareBreaks(stage, &schema) else { return nil }
    addDomains(&schema, source)
    schema.title = firstText(stage, "title")
    schema.citation = citation(stage)
    return DeclaredTable(name: name.text, schema: schema, source: source)
  }

  private mutating func firstText(_ stage: Stage, _ word: String) -> String? {
    guard let item = stage.clauses(word).first?.items.first else { return nil }
    guard case .literal(.text(let text), _) = item.value else {
      report(
        "wrong-type", "the \(word) must be a text", at: item.range,
        label: "write it in double quotes")
      return nil
    }
    return text
  }

  private mutating func citation(_ stage: Stage) -> String? {
    guard let text = firstText(stage, "source") else { return nil }
    let items = stage.clauses("source").first?.items ?? []
    if items.count > 1, case .literal(.integer(let year), _) = items[1].value {
      // A title such as "Begroting 2020" says it already.
      let numbers = text.split { !$0.isNumber }
      return numbers.contains { $0 == String(year) } ? text : "\(text), \(year)"
    }
    return text
  }

  mutating func declaredTypes(_ stage: Stage) -> [String: DataType] {
    var types: [String: DataType] = [:]
    for item in stage.clauses("types").flatMap(\.items) {
      guard let column = item.name, case .name(let word) = item.value else {
        report("expected-type", "a type is written `column: type`", at: item.range)
        continue
      }
      guard let type = DataType(rawValue: word.text) else {
        report(
          "unknown-type", "no type `\(word.text)`", at: word.range,
          label: suggestion(word.text, among: DataType.allCases.map(\.rawValue)),
          notes: ["types: " + DataType.allCases.map(\.rawValue).joined(separator: ", ")])
        continue
      }
      types[column.text] = type
    }
    return types
  }

  /// Columns named as time axis; whether they exist is checked when roles are given.
  private func declaredAxes(_ stage: Stage) -> [(
    column: String, granularity: Period.Granularity?
  )] {
    stage.clauses("time").flatMap(\.items).compactMap { item in
      guard let column = Self.columnName(item) else { return nil }
      guard item.name != nil, case .name(let word) = item.value else { return (column, nil) }
      return (column, Period.Granularity(name: word.text))
    }
  }

  /// The column an item of a clause about roles is about: `jaar`, or that of `jaar: year`.
  private static func columnName(_ item: Item) -> String? {
    if let name = item.name { return name.text }
    if case .name(let name) = item.value { return name.text }
    return nil
  }

  mutating func declaredTokens(_ stage: Stage) -> [(token: String, reason: MissingReason)] {
    var tokens: [(token: String, reason: MissingReason)] = []
    for item in stage.clauses("missing").flatMap(\.items) {
      guard case .binary(.equal, .literal(.text(let token), _), .name(let word), _) = item.value
      else {
        report(
          "expected-reason", "a missing text is written `\"x\" = suppressed`", at: item.range)
        continue
      }
      guard let reason = MissingReason(name: word.text), MissingReason.fromData.contains(reason)
      else {
        let names = MissingReason.fromData.map(\.name)
        report(
          "unknown-reason", "`\(word.text)` is not a reason that data can give", at: word.range,
          label: suggestion(word.text, among: names),
          notes: ["reasons: " + names.joined(separator: ", ")])
        continue
      }
      tokens.append((token, reason))
    }
    return tokens
  }

  private mutating func declareTotals(_ stage: Stage, _ schema: inout Schema) {
    for item in stage.clauses("total").flatMap(\.items) {
      guard case .literal(.text(let text), _) = item.value, let of = item.of,
        let index = column(of, in: schema)
      else {
        if item.of == nil || !isText(item.value) {
          report("expected-total", "a total is written `\"Totaal\" of column`", at: item.range)
        }
        continue
      }
      let name = schema.fields[index].name
      schema.totals.removeAll { $0.column == name && !$0.isDeclared }
      schema.totals.append(Schema.Total(column: name, value: text))
    }
  }

  private func isText(_ expr: Expr) -> Bool {
    if case .literal(.text, _) = expr { return true }
    return false
  }

  /// `breaks TABLE on KEY`: the `on` that follows belongs to the `breaks` before it. Whether the
  /// breaks are known: without them the table would compare what cannot be compared.
  private mutating func declareBreaks(_ stage: Stage, _ schema: inout Schema) -> Bool {
    var areKnown = true
    for (position, clause) in stage.clauses.enumerated() where clause.word.text == "breaks" {
      let next = position + 1 < stage.clauses.count ? stage.clauses[position + 1] : nil
      guard let next, next.word.text == "on", let item = next.items.first else {
        report(
          "expected-breaks", "breaks are written `breaks TABLE on KEY`", at: clause.range)
        continue
      }
      guard let key = column(item.value, in: schema) else { continue }
      guard schema.fields[key].role == .key else {
        report(
          "not-a-key", "breaks lie in the series of a key, `\(schema.fields[key].name)` is none",
          at: item.range)
        continue
      }
      for item in clause.items {
        let isKnown = declareBreaks(of: item, key: schema.fields[key].name, &schema)
        areKnown = areKnown && isKnown
      }
    }
    return areKnown
  }

  private mutating func declareBreaks(of item: Item, key: String, _ schema: inout Schema) -> Bool {
    guard let plan = otherTable(item) else { return false }
    var title = "the table of breaks"
    if case .name(let name) = item.value { title = "`\(name.text)`" }
    do {
      guard let table = try breakRows(plan, at: item.range) else { return false }
      schema.breaks.append(try BreakReader.read(table, title: title, key: key))
      return true
    } catch {
      adopt(error, at: item.range)
      return false
    }
  }

  /// The rows of a table of breaks. A file or dataset is read whatever else is wrong in the script;
  /// tables that are computed only when nothing is: nil, then, as after a fault in reading.
  private mutating func breakRows(_ plan: LogicalPlan, at range: SourceRange) throws -> Table? {
    if case .scan(let source) = plan.node, !(source is KeptTable) {
      return try catalog.rows(of: plan).table
    }
    return rows(of: plan, at: range)?.table
  }

  /// Texts of the built-in tables are known before a query runs, so that a misspelt one is found.
  private func addDomains(_ schema: inout Schema, _ source: any TableSource) {
    guard let known = source as? any KnownValues else { return }
    for index in schema.fields.indices where schema.fields[index].type == .text {
      schema.fields[index].domain = known.domain(of: schema.fields[index].name)
    }
  }
}

/// A source whose values can be asked for while checking, because reading it costs little.
package protocol KnownValues: TableSource {
  /// The distinct texts of a column, sorted.
  func domain(of column: String) -> ValueDomain?
}
