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
    let start = typed.lowercased()
    let fitting = start.isEmpty ? all : all.filter { $0.key.lowercased().hasPrefix(start) }
    // The quote that closes the text is there already when one was edited.
    let isClosed = word.isQuoted && cursor < bytes.count && bytes[cursor] == UInt8(ascii: "\"")
    return Completions(
      range: word.start..<(isClosed ? cursor + 1 : cursor),
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
      return tables()
        + registry.sources.map { Match($0.name, $0.documentation.summary) }
        + words.map { Match($0.0, $0.1) }
    case .verb: return registry.verbs.map { Match($0.name, $0.documentation.summary) }
    case .clause(let stage): return clauses(of: stage)
    case .item(let pipeline, let index, let stage):
      return items(pipeline, index, stage)
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

  /// What may stand among the items of a stage or of the clause that holds the mark.
  private func items(_ pipeline: Pipeline, _ index: Int, _ stage: Stage) -> [Match] {
    switch kind(ofItemsWithMarkIn: stage) {
    case .tables: return tables() + clauses(of: stage)
    case .columns: return columns(of: plan(pipeline, before: index)) + clauses(of: stage)
    case .none, .values, .words: return clauses(of: stage)
    case .expressions:
      return columns(of: plan(pipeline, before: index)) + clauses(of: stage) + functions()
    }
  }

  /// The first name of a list may be an expression or a clause word; what a verb that is not known
  /// takes may be anything.
  private func kind(ofItemsWithMarkIn stage: Stage) -> ItemKind {
    let isInItems = stage.items.contains { item in
      ([item.value, item.of].compactMap { $0 }).contains(where: Self.holdsMark)
    }
    guard !isInItems else { return registry.verb(stage.verb.text)?.itemKind ?? .expressions }
    let word = stage.clauses.first { clause in
      clause.items.contains {
        ([$0.value, $0.of].compactMap { $0 }).contains(where: Self.holdsMark)
      }
    }?.word.text
    let signatures =
      registry.verb(stage.verb.text)?.clauses ?? registry.source(stage.verb.text)?.clauses ?? []
    return signatures.first { $0.word == word }?.kind ?? .expressions
  }

  private static func holdsMark(_ expr: Expr) -> Bool {
    if case .name(let name) = expr, name.text.contains(CursorPlace.mark) { return true }
    return expr.children.contains(where: holdsMark)
  }

  /// Tables that can be read, the session's own first.
  private func tables() -> [Match] {
    definitions.kept.keys.sorted().map { Match($0, "let") }
      + definitions.tables.keys.sorted().map { Match($0, "data") }
      + catalog.tableNames.map { Match($0, "dataset") }
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
}
