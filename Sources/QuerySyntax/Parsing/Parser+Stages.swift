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
      let remarks = takeRemarks()
      advance()
      guard current.kind == .name else {
        unexpected("a verb after `|`")
        skipToStageEnd()
        continue
      }
      var stage = stage(isDeclaration: false)
      stage.remarks = remarks + stage.remarks
      stages.append(stage)
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
      let outer = isInStage
      isInStage = false
      depth += 1
      let nested = pipeline()
      depth -= 1
      isInStage = outer
      closeParen(opened: start)
      return .nested(nested, range(from: start))
    case .name, .quotedName:
      return .stage(stage(isDeclaration: false))
    case .symbol(.leftParen):
      tooDeep(start.range)
    default:
      unexpected("a table, a source such as `csv \"file.csv\"`, or a statement")
      skipToStageEnd()
    }
    let name = Name("", SourceRange(start.range.lower, start.range.lower), isQuoted: true)
    return .stage(Stage(verb: name, items: [], clauses: [], range: name.range, remarks: []))
  }

  /// A verb or source with its items and clauses. A declaration has the clauses of its source
  /// and those of `data`.
  mutating func stage(isDeclaration: Bool) -> Stage {
    let start = advance()
    let outer = isInStage
    isInStage = true
    defer { isInStage = outer }
    let verb = Name(start.text, start.range, isQuoted: start.kind == .quotedName)
    let own = verb.isQuoted ? [] : vocabulary.clauseWords(of: verb.text)
    let words = isDeclaration ? (own ?? []) + (vocabulary.clauseWords(of: "data") ?? []) : own
    var list = ItemList(owner: verb.text, clause: nil, words: words)
    let items = startsClause(words, first: true) ? [] : self.items(of: list)
    var clauses: [Clause] = []
    while startsClause(words, first: false) {
      let token = advance()
      let word = Name(token.text, token.range)
      let isShared = isDeclaration && !(own ?? []).contains(word.text)
      list = ItemList(owner: isShared ? "data" : verb.text, clause: word.text, words: words)
      let clauseItems = self.items(of: list)
      if clauseItems.isEmpty, !endsHere(with: .invalid) {
        unexpected("something after `\(word.text)`")
      }
      clauses.append(Clause(word: word, items: clauseItems, range: range(from: token)))
    }
    if !endsItems(current) {
      notAClause(verb: verb, words: words)
      skipToStageEnd()
    }
    return Stage(
      verb: verb, items: items, clauses: clauses, range: range(from: start),
      remarks: takeRemarks())
  }

  /// What a list of items belongs to.
  struct ItemList {
    let owner: String
    let clause: String?
    let words: [String]?
  }

  private func endsHere(with kind: Token.Kind) -> Bool {
    index > 0 && current.kind == kind
  }

  /// Whether a word here opens a clause. At the start of a verb's items it does only when an
  /// expression follows, so that a column may be called like a clause. Of an unknown verb any
  /// word before an expression is taken for a clause: the verb is the fault then.
  private func startsClause(_ words: [String]?, first: Bool) -> Bool {
    let isWord = current.kind == .name || current.kind == .reserved(.missing)
    guard isWord, current.text != "of" else { return false }
    let follows = startsExpression(peek()) && !(isSymbol(.leftParen, peek()) && isAdjacent(peek(), after: current))
    guard let words else { return !first && current.kind == .name && follows }
    guard words.contains(current.text) else { return false }
    if first, current.kind == .reserved(.missing) { return false }
    return first ? follows && !isSymbol(.minus, peek()) : true
  }

  /// The items up to a clause, the next stage or the end.
  private mutating func items(of list: ItemList) -> [Item] {
    var items: [Item] = []
    guard !endsItems(current) else { return items }
    while true {
      items.append(item(of: list))
      guard isSymbol(.comma) else { break }
      advance()
      if isSymbol(.comma) {
        report("unexpected-word", "an item is missing between two commas", current.range)
        while isSymbol(.comma) { advance() }
      }
      // A trailing comma is allowed, before the end and before a clause.
      if endsItems(current) {
        if current.kind == .endOfFile || peek().kind == .endOfFile, !isSymbol(.pipe) {
          isIncomplete = true
        }
        break
      }
    }
    return items
  }

  private mutating func item(of list: ItemList) -> Item {
    let form = vocabulary.definition(in: list.owner, clause: list.clause)
    var binding = Item.Binding.none
    if form != .none, current.kind == .name || current.kind == .quotedName {
      let name = Name(current.text, current.range, isQuoted: current.kind == .quotedName)
      if form == .equals, isSymbol(.equal, peek()) {
        binding = .equals(name)
      } else if form == .colon, isSymbol(.colon, peek()) {
        binding = .colon(name)
      }
      if binding != .none {
        advance()
        advance()
      }
    }
    let value = tableOrExpression()
    var of: Expr?
    if current.kind == .name, current.text == "of" {
      advance()
      of = expression()
    }
    return Item(binding: binding, value: value, of: of)
  }

  private func endsItems(_ token: Token) -> Bool {
    switch token.kind {
    case .endOfFile, .endOfStatement, .symbol(.pipe), .symbol(.rightParen): true
    default: false
    }
  }

  /// Something follows a finished expression that is no clause of the verb.
  private mutating func notAClause(verb: Name, words: [String]?) {
    let token = current
    guard token.kind == .name || token.kind == .quotedName, let words else {
      switch token.kind {
      case .symbol(.rightBracket): unexpected("nothing to close")
      case .symbol(.colon), .symbol(.equal), .symbol(.doubleEqual):
        unexpected("a comma, a clause or `|`", notes: ["named items stand in `derive`, `summarise` and `rename` only"])
      case .invalid: return
      default:
        report(
          "missing-comma", "a comma or an operator is missing", token.range,
          label: "before this", notes: ["items are parted by commas"])
      }
      return
    }
    var notes = ["items are parted by commas"]
    if !words.isEmpty { notes.append("clauses of `\(verb.text)`: \(words.joined(separator: ", "))") }
    let nearest = token.kind == .name ? Suggestion.nearest(to: token.text, among: words) : nil
    report(
      "unknown-clause", "`\(token.text)` is not a clause of `\(verb.text)`", token.range,
      label: nearest.map { "did you mean `\($0)`?" } ?? "a comma or an operator before it?",
      notes: notes)
  }
}
