import SourceText

extension Parser {
  /// What a list of items belongs to.
  struct ItemList {
    let owner: String
    let clause: String?
    let words: [String]?
  }

  /// The items behind a verb, if any: a clause may come at once.
  mutating func firstItems(of list: ItemList) -> [Item] {
    startsClause(list.words, first: true) ? [] : items(of: list)
  }

  /// Whether a word here opens a clause. At the start of items it does only when an expression
  /// follows that cannot belong to the word itself, so that a column may be called like a clause.
  /// Of an unknown verb any word before an expression is taken for a clause: the verb is the
  /// fault then.
  func startsClause(_ words: [String]?, first: Bool) -> Bool {
    let isWord = current.kind == .name || current.kind == .reserved(.missing)
    guard isWord, current.text != "of" else { return false }
    guard let words else { return !first && current.kind == .name && isBeforeExpression }
    guard words.contains(current.text) else { return false }
    return !first || (current.kind == .name && isBeforeExpression)
  }

  /// Whether an expression begins behind the current word that is no operand or argument of it.
  private var isBeforeExpression: Bool {
    let next = peek()
    switch next.kind {
    case .symbol(.leftParen): return !isAdjacent(next, after: current)
    case .symbol(.minus), .symbol(.plus): return false
    case .reserved(.not): return peek(2).kind != .reserved(.in)
    // `title of indicator` is the column `title`.
    case .name where next.text == "of": return !startsExpression(peek(2))
    default: return startsExpression(next)
    }
  }

  /// The items up to a clause, the next stage or the end.
  mutating func items(of list: ItemList) -> [Item] {
    var items: [Item] = []
    guard !endsItems(current) else { return items }
    while true {
      if isSymbol(.comma) {
        missingItem("before this comma", current.range)
        while isSymbol(.comma) { advance() }
        if endsItems(current) { break }
      }
      items.append(item(of: list))
      guard isSymbol(.comma) else { break }
      let comma = advance()
      // A clause word is a column here: an item follows a comma.
      if endsItems(current) {
        missingItem("after this comma", comma.range)
        break
      }
    }
    return items
  }

  private mutating func missingItem(_ place: String, _ range: SourceRange) {
    report("missing-item", "an item is missing", range, label: place)
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
    let value = expression()
    var of: Expr?
    if current.kind == .name, current.text == "of" {
      advance()
      of = expression()
    }
    return Item(binding: binding, value: value, of: of)
  }

  func endsItems(_ token: Token) -> Bool {
    switch token.kind {
    case .endOfFile, .endOfStatement, .symbol(.pipe), .symbol(.rightParen): true
    default: false
    }
  }

  /// Something follows a finished expression that is no clause of the verb.
  mutating func notAClause(verb: Name, words: [String]?, isSource: Bool) {
    let token = current
    // A table has no items: `p where x` lacks a `|`.
    if words == nil, let verb = previous, verb.kind == .name, startsExpression(token),
      vocabulary.clauseWords(of: verb.text) != nil
    {
      return report("missing-pipe", "a `|` is missing", verb.range, label: "before this verb")
    }
    switch token.kind {
    case .symbol(.rightBracket):
      report("unopened-bracket", "this bracket closes nothing", token.range)
    case .symbol(.colon), .symbol(.equal), .symbol(.doubleEqual):
      unexpected(
        "a comma, a clause or `|`",
        notes: ["this list of `\(verb.text)` defines no names that way"])
    case .name, .quotedName:
      unknownClause(token, verb: verb, words: words, isSource: isSource)
    default:
      let isOperand = startsExpression(token)
      guard isOperand else { return unexpected("a comma, an operator or `|`") }
      var notes = [
        "items are parted by commas; a source in a stage stands in brackets: "
          + "`(csv \"file.csv\")`"
      ]
      if token.kind == .symbol(.leftParen), previous?.kind == .name {
        notes.append("a column with spaces or brackets in its name stands in backticks")
      }
      report(
        "missing-comma", "a comma or an operator is missing", token.range, label: "before this",
        notes: notes)
    }
  }

  /// A word that was meant as a clause, as a verb, or as a further item.
  private mutating func unknownClause(
    _ token: Token, verb: Name, words: [String]?, isSource: Bool
  ) {
    let isBare = token.kind == .name
    if let word = previous, word.kind == .name, words?.contains(word.text) == true,
      let comma = behind(2), isSymbol(.comma, comma)
    {
      return missingItem("before the clause `\(word.text)`", comma.range)
    }
    var notes: [String] = []
    if let words, !words.isEmpty {
      notes.append("clauses of `\(verb.text)`: \(words.joined(separator: ", "))")
    }
    if startsLine(token) {
      notes.append(
        "an indented line goes on with the statement above; a new one begins at the left")
    }
    // What groups or orders goes by several names; the one this verb has is proposed.
    let near = ["by", "within", "over"]
    let own = near.contains(token.text) ? near.first { words?.contains($0) == true } : nil
    func report(label: String, where place: String = "") {
      self.report(
        "unknown-clause", "\(shown(token)) is not a clause of `\(verb.text)`\(place)", token.range,
        label: label, notes: notes)
    }
    if isBare, let words,
      let meant = own.map({ "`\($0)`" }) ?? ForeignWords.clause(token.text, among: words)
    {
      report(label: "write \(meant)")
    } else if isBare, let nearest = Suggestion.nearest(to: token.text, among: words ?? []) {
      report(label: "did you mean `\(nearest)`?")
    } else if isBare, words?.contains("by") == true, previous?.kind == .integer {
      // As in `top 5 value`.
      report(label: "write `by \(token.text)`")
    } else if isBare, vocabulary.clauseWords(of: token.text) != nil {
      self.report(
        "missing-pipe", "a `|` is missing", token.range, label: "before this verb", notes: notes)
    } else if words == nil {
      self.report(
        "missing-comma", "a comma, an operator or a `|` is missing", token.range,
        label: "before this")
    } else if isBare, isSource, vocabulary.clauseWords(of: "data")?.contains(token.text) == true {
      notes.append("`data NAME = \(verb.text) … \(token.text) …`, then `NAME | …`")
      report(label: "it belongs to a declaration", where: " here")
    } else {
      report(label: "a comma or an operator before it?")
    }
  }

  /// Whether a token is the first of its line.
  private func startsLine(_ token: Token) -> Bool {
    let line = file.lines.range(ofLine: file.lines.line(of: token.range.lower), in: file.utf8)
    return file.utf8[line.lower..<token.range.lower].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
