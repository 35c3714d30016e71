import SourceText

extension Parser {
  /// A source followed by stages joined with `|`.
  mutating func pipeline() -> Pipeline {
    let start = current
    let source = pipelineSource()
    let stages = stages()
    return Pipeline(source: source, stages: stages, range: range(from: start))
  }

  /// The stages that follow, each behind a `|`.
  mutating func stages() -> [Stage] {
    var stages: [Stage] = []
    while isSymbol(.pipe) {
      advance()
      if current.kind == .name {
        stages.append(stage())
      } else {
        unexpected("a verb after `|`")
        skipToStageEnd()
      }
    }
    return stages
  }

  private mutating func pipelineSource() -> Pipeline.Source {
    let start = current
    switch start.kind {
    case .symbol(.pipe):
      return .lastResult(SourceRange(start.range.lower, start.range.lower))
    case .symbol(.leftParen) where depth < Self.deepestNesting:
      advance()
      depth += 1
      let nested = inTableBrackets { parser in parser.pipeline() }
      depth -= 1
      closeParen(opened: start)
      return .nested(nested, range(from: start))
    case .name where isQueryOfSQL(start):
      report(
        "foreign-query", "a pipeline begins with its table", start.range,
        label: "write `TABLE | …`",
        notes: [
          "`select sum(x) from t where C group by k order by x` is "
            + "`t | where C | sum x by k | sort x`"
        ])
      while current.kind != .endOfFile, current.kind != .endOfStatement { advance() }
    case .name, .quotedName:
      let stage = stage(isSource: true)
      let isAlone = stage.items.isEmpty && stage.clauses.isEmpty && stage.remarks.isEmpty
      return isAlone ? source(named: stage.verb) : .stage(stage)
    case .symbol(.leftParen):
      tooDeep(start.range)
    default:
      unexpected("a table, a source such as `csv \"file.csv\"`, or a statement")
      skipToStageEnd()
    }
    let name = Name("", SourceRange(start.range.lower, start.range.lower), isQuoted: true)
    return source(named: name)
  }

  /// Whether a statement begins with `select` and has a `from`.
  private func isQueryOfSQL(_ start: Token) -> Bool {
    guard start.text.lowercased() == "select" else { return false }
    var distance = 1
    while true {
      let token = peek(distance)
      switch token.kind {
      case .endOfFile, .endOfStatement, .symbol(.pipe): return false
      case .name where token.text.lowercased() == "from": return true
      default: distance += 1
      }
    }
  }

  /// A bare name as a source; `_` is the last result.
  func source(named name: Name) -> Pipeline.Source {
    if name.text == "_", !name.isQuoted { return .lastResult(name.range) }
    return .stage(Stage(verb: name, items: [], clauses: [], range: name.range, remarks: []))
  }

  /// A verb or source with its items and clauses.
  mutating func stage(isSource: Bool = false) -> Stage {
    let start = advance()
    let verb = Name(start.text, start.range, isQuoted: start.kind == .quotedName)
    let words = verb.isQuoted ? nil : vocabulary.clauseWords(of: verb.text)
    return inStage(words) { parser in
      let items = parser.firstItems(of: ItemList(owner: verb.text, clause: nil, words: words))
      let clauses = parser.clauses(words) { _ in verb.text }
      parser.endStage(verb, words, isSource: isSource)
      return Stage(
        verb: verb, items: items, clauses: clauses, range: parser.range(from: start),
        remarks: parser.keepsRemarks ? parser.takeRemarks() : [])
    }
  }

  /// The source of a `data` statement with its own clauses and those of `data`, each of which
  /// keeps its comments.
  mutating func declaration() -> Stage {
    let start = advance()
    let verb = Name(start.text, start.range)
    let own = vocabulary.clauseWords(of: verb.text) ?? []
    let shared = vocabulary.clauseWords(of: "data") ?? []
    let words = own + shared.filter { !own.contains($0) }
    return inStage(words) { parser in
      let items = parser.firstItems(of: ItemList(owner: verb.text, clause: nil, words: words))
      let remarks = parser.takeRemarks()
      let clauses = parser.clauses(words, keepRemarks: true) { word in
        own.contains(word) ? verb.text : "data"
      }
      parser.endStage(verb, words)
      return Stage(
        verb: verb, items: items, clauses: clauses, range: parser.range(from: start),
        remarks: remarks)
    }
  }

  private mutating func inStage(_ words: [String]?, _ read: (inout Parser) -> Stage) -> Stage {
    let outer = (isInStage, stageWords)
    (isInStage, stageWords) = (true, words)
    defer { (isInStage, stageWords) = outer }
    return read(&self)
  }

  private mutating func clauses(
    _ words: [String]?, keepRemarks: Bool = false, owner: (String) -> String
  ) -> [Clause] {
    var clauses: [Clause] = []
    while startsClause(words, first: false) {
      let token = advance()
      let word = Name(token.text, token.range)
      let items = items(of: ItemList(owner: owner(word.text), clause: word.text, words: words))
      if items.isEmpty { unexpected("something after `\(word.text)`") }
      clauses.append(
        Clause(
          word: word, items: items, range: range(from: token),
          remarks: keepRemarks ? takeRemarks() : []))
    }
    return clauses
  }

  private mutating func endStage(_ verb: Name, _ words: [String]?, isSource: Bool = false) {
    guard !endsItems(current) else { return }
    notAClause(verb: verb, words: words, isSource: isSource)
    skipToStageEnd()
  }
}
