import Planning
import QuerySyntax
import SourceText

extension Session {
  /// What can stand at a cursor, given as a UTF-8 offset into the text.
  package func completions(in text: String, at offset: Int) -> Completions {
    files.isCancelled = options.isCancelled
    let bytes = Array(text.utf8)
    let cursor = min(max(offset, 0), bytes.count)
    let word = WordAtCursor(bytes, cursor)
    let head = String(decoding: bytes[..<word.start], as: UTF8.self)
    let marked = head + (word.isQuoted ? "\"\(CursorPlace.mark)\"" : CursorPlace.mark)
    let script = Parser.script(
      in: SourceFile(name: "prompt", isNamed: false, text: marked), vocabulary: registry)
    let place = CursorPlace.find(in: script) { stage, clause in
      self.takesFile(stage, clause)
    }
    let isBracketed = bytes[..<word.start].last { $0 > 0x20 } == UInt8(ascii: "(")
    let typed = String(decoding: bytes[word.textStart..<cursor], as: UTF8.self)
    let found = candidates(
      CompletionPlanner(self, script, isBracketed: isBracketed), place, typed)
    let start = typed.lowercased()
    let fitting =
      start.isEmpty ? found.matches : found.matches.filter { $0.key.lowercased().hasPrefix(start) }
    return Completions(
      range: word.start..<word.end,
      candidates: fitting.map { Completions.Candidate($0.text, $0.detail) }, remark: found.remark)
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

  private func candidates(_ planner: CompletionPlanner, _ place: CursorPlace, _ typed: String)
    -> (matches: [Match], remark: String?)
  {
    switch place {
    case .statement: return (tables(planner) + sources() + Self.statementWords, nil)
    case .table: return (tables(planner) + sources(), nil)
    case .tableName: return (tables(planner), nil)
    case .verb: return (registry.verbs.map { Match($0.name, $0.documentation.summary) }, nil)
    case .clause(let cursor): return (followers(of: cursor), nil)
    case .item(let cursor):
      return (items(planner, cursor), cursor.call.flatMap { signature(of: $0, planner) })
    case .value(let cursor, let column):
      return values(of: planner.plan(before: cursor), column: column)
    case .column(let table): return (columns(of: planner.plan(of: table)), nil)
    case .domain(let table, let column):
      return values(of: planner.plan(of: table), column: column.text)
    case .expression(let names, let call):
      let own = names.map { Match($0, "argument") }
      return (
        own + parameters(planner, prefix: "$") + functions(planner, hasAggregates: false),
        call.flatMap { signature(of: $0, planner) }
      )
    case .parameter: return (parameters(planner, prefix: ""), nil)
    case .reason(let isNegated): return (Self.reasons(isNegated: isNegated), nil)
    case .type: return (Self.types, nil)
    case .file: return (FileNames.matching(typed, folder: options.folder), nil)
    case .sheet(let stage): return (sheets(stage), nil)
    case .elsewhere: return ([], nil)
    }
  }

  /// Whether the quotes of a stage, or of its clause with a word, hold a path.
  private func takesFile(_ stage: Stage, _ clause: String?) -> Bool {
    guard let clause else {
      let synopsis =
        registry.source(stage.verb.text)?.documentation.synopsis
        ?? registry.verb(stage.verb.text)?.documentation.synopsis
      return synopsis?.hasPrefix("\(stage.verb.text) \"FILE") ?? false
    }
    return clauses(of: stage).first { $0.word == clause }?.items == "\"FILE\""
  }
}
