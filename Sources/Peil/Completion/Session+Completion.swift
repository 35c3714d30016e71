import Columnar
import DataSources
import Execution
import Planning
import QuerySyntax
import SourceText

extension Session {
  /// What can stand at a cursor, given as a UTF-8 offset into the text.
  package func completions(in text: String, at offset: Int) -> Completions {
    let bytes = Array(text.utf8)
    let cursor = min(max(offset, 0), bytes.count)
    let word = WordAtCursor(bytes, cursor)
    let head = String(decoding: bytes[..<word.start], as: UTF8.self)
    let marked = head + (word.isQuoted ? "\"\(CursorPlace.mark)\"" : CursorPlace.mark)
    let file = SourceFile(name: "prompt", isNamed: false, text: marked)
    let script = Parser.script(in: file, vocabulary: registry)
    let typed = String(decoding: bytes[word.textStart..<cursor], as: UTF8.self)
    let all = candidates(CursorPlace.find(in: script), script, typed)
    let fitting = all.filter { $0.key.lowercased().hasPrefix(typed.lowercased()) }
    return Completions(
      range: word.start..<cursor,
      candidates: fitting.map { Completions.Candidate($0.text, $0.detail) })
  }

  /// A candidate with the text it is found by.
  struct Match {
    let key: String
    let text: String
    let detail: String

    init(_ key: String, text: String? = nil, _ detail: String) {
      self.key = key
      self.text = text ?? key
      self.detail = detail
    }
  }

  private func candidates(_ place: CursorPlace, _ script: Script, _ typed: String) -> [Match] {
    switch place {
    case .source:
      let words = [
        ("data", "declare a table"), ("param", "a typed input"),
        ("let", "keep a result"), ("def", "define a function"),
        ("use", "definitions of another script"), ("print", "a line of text"),
      ]
      return definitions.kept.keys.sorted().map { Match($0, "let") }
        + definitions.tables.keys.sorted().map { Match($0, "data") }
        + catalog.tableNames.map { Match($0, "dataset") }
        + registry.sources.map { Match($0.name, $0.documentation.summary) }
        + words.map { Match($0.0, $0.1) }
    case .verb: return registry.verbs.map { Match($0.name, $0.documentation.summary) }
    case .clause(let stage): return clauses(of: stage)
    case .item(let pipeline, let index, let stage):
      return columns(of: plan(pipeline, before: index)) + clauses(of: stage) + functions()
    case .value(let pipeline, let index, let column):
      return values(of: plan(pipeline, before: index), column: column)
    case .column(let table): return columns(of: plan(of: table))
    case .domain(let table, let column):
      return values(of: plan(of: table), column: column.text)
    case .file: return FileNames.matching(typed, folder: options.folder)
    case .sheet(let stage): return sheets(stage)
    case .elsewhere: return []
    }
  }

  /// The sheets of the workbook a source names.
  private func sheets(_ stage: Stage) -> [Match] {
    guard case .literal(.text(let path), _)? = stage.items.first?.value else { return [] }
    let full =
      path.hasPrefix("/") || options.folder.isEmpty ? path : options.folder + "/" + path
    return Workbook.sheetNames(path: full).map { name in
      Match(name, text: "\"\(name.replacingQuotes())\"", "sheet")
    }
  }

  private func clauses(of stage: Stage) -> [Match] {
    let signatures =
      registry.verb(stage.verb.text)?.clauses ?? registry.source(stage.verb.text)?.clauses ?? []
    return signatures.map { Match($0.word, "clause: \($0.items)") }
  }

  private func functions() -> [Match] {
    registry.functions.map {
      Match($0.name, text: $0.name + "(", $0.name + $0.signature.text)
    }
      + registry.aggregates.map {
        Match($0.name, text: $0.name + "(", $0.name + $0.signature.text)
      }
      + registry.windows.map { Match($0.name, text: $0.name + "(", $0.name + $0.signature.text) }
  }

  private func columns(of plan: LogicalPlan?) -> [Match] {
    guard let plan else { return [] }
    return plan.schema.fields.map { field in
      let words = [field.type.rawValue, field.unit?.text, field.label]
      return Match(field.name, words.compactMap { $0 }.joined(separator: ", "))
    }
  }

  /// The plan of the stages before one, as far as it can be made.
  private func plan(_ pipeline: Pipeline, before index: Int) -> LogicalPlan? {
    guard index >= 0 else { return nil }
    var planner = self.planner
    return planner.plan(pipeline, stages: index)
  }

  private func plan(of table: Name) -> LogicalPlan? {
    var planner = self.planner
    return planner.tableSource(table).map { planner.scan($0) }
  }

  private var planner: Planner {
    Planner(
      registry: registry, catalog: catalog,
      file: SourceFile(name: "prompt", isNamed: false, text: ""), folder: options.folder,
      definitions: definitions)
  }

  /// The values of a column with the number of rows that have them.
  private func values(of plan: LogicalPlan?, column: String) -> [Match] {
    guard let plan, let field = plan.schema.field(column),
      field.type == .text,
      let table = try? options.rows(of: plan).table,
      let values = table.column(column), case .text(let codes, let dictionary) = values.storage
    else { return [] }
    var counts = [Int](repeating: 0, count: dictionary.entries.count)
    for row in codes.indices where (values.missing?[row] ?? 0) == 0 { counts[Int(codes[row])] += 1 }
    var shown: [String: Int] = [:]
    for (entry, count) in counts.enumerated() where count > 0 {
      let code = dictionary.entries[entry]
      shown[field.entity?.label(of: code) ?? code, default: 0] += count
    }
    return shown.keys.sorted { TextOrder.precedes($0, $1) }.map { value in
      let quoted = value.replacingQuotes()
      return Match(value, text: "\"\(quoted)\"", "\(shown[value] ?? 0) rows")
    }
  }
}

extension String {
  /// With quotes and backslashes escaped, as a text literal needs them.
  fileprivate func replacingQuotes() -> String {
    reduce(into: "") { result, character in
      if character == "\"" || character == "\\" { result += "\\" }
      result.append(character)
    }
  }
}
