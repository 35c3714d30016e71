extension ExprPrinter {
  /// A pipeline on one line.
  func pipeline(_ pipeline: Pipeline) -> String {
    ([source(pipeline.source)] + pipeline.stages.map(stage)).joined(separator: " | ")
  }

  /// What a pipeline begins with.
  func source(_ source: Pipeline.Source) -> String {
    switch source {
    case .stage(let stage): self.stage(stage)
    case .nested(let pipeline, _): "(\(self.pipeline(pipeline)))"
    case .lastResult: "_"
    }
  }

  /// A verb with its items and clauses.
  func stage(_ stage: Stage) -> String {
    let words = stage.verb.isQuoted ? nil : vocabulary.clauseWords(of: stage.verb.text)
    return self.stage(stage, words: words ?? [])
  }

  /// A verb or source with its items and clauses, among which the given words open clauses.
  func stage(_ stage: Stage, words: [String], isFollowed: Bool = false) -> String {
    var list = PrintedItems(owner: stage.verb.text, clause: nil, words: words)
    list.isFollowed = isFollowed || !stage.clauses.isEmpty
    var parts = [Self.name(stage.verb)]
    if !stage.items.isEmpty { parts.append(items(stage.items, of: list)) }
    for (index, clause) in stage.clauses.enumerated() {
      list = PrintedItems(owner: stage.verb.text, clause: clause.word.text, words: words)
      let before = index == 0 ? stage.items : stage.clauses[index - 1].items
      list.isBehindOpenPlace = before.last.map { PrintedItems.endsInOpenRange($0) } ?? true
      list.isFollowed = isFollowed || index + 1 < stage.clauses.count
      parts.append(self.clause(clause, of: list))
    }
    return parts.joined(separator: " ")
  }

  /// A clause word with its items.
  func clause(_ clause: Clause, of list: PrintedItems) -> String {
    let items = items(clause.items, of: list)
    return items.isEmpty ? clause.word.text : "\(clause.word.text) \(items)"
  }

  /// Items parted by commas.
  private func items(_ items: [Item], of list: PrintedItems) -> String {
    items.enumerated().map { index, item in
      var text = ""
      switch item.binding {
      case .none: break
      case .equals(let name): text = Self.name(name) + " = "
      case .colon(let name): text = Self.name(name) + ": "
      }
      let isLast = index + 1 == items.count
      let value = self.text(item.value)
      let isMistaken =
        readsAsDefinition(item, in: list)
        || list.readsAsClause(item, isFirst: index == 0, isLast: isLast)
        || (index == 0 && list.isBehindOpenPlace && list.belongsToWord(value))
      text += isMistaken ? "(\(value))" : value
      if let of = item.of { text += " of " + self.text(of) }
      return text
    }.joined(separator: ", ")
  }

  /// Whether an item that compares would read as `name = E`.
  private func readsAsDefinition(_ item: Item, in list: PrintedItems) -> Bool {
    item.binding == .none
      && vocabulary.definition(in: list.owner, clause: list.clause) == .equals
      && Self.beginsLikeDefinition(item.value)
  }

  private static func beginsLikeDefinition(_ expr: Expr) -> Bool {
    switch expr {
    case .binary(.equal, .name, _, _): true
    case .binary(_, let left, _, _): beginsLikeDefinition(left)
    default: false
    }
  }
}

/// A list of items to print, and what would open a clause in it.
struct PrintedItems {
  let owner: String
  let clause: String?
  let words: [String]
  /// Whether a clause follows the list.
  var isFollowed = false
  /// Whether the clause word could be read as a column: behind the verb or `a..`. A sign behind
  /// it would be an operator then.
  var isBehindOpenPlace = false

  /// Makes a list of a verb, or of one of its clauses.
  init(owner: String, clause: String?, words: [String]) {
    self.owner = owner
    self.clause = clause
    self.words = words
  }

  /// Whether what is printed would be an operator or `of` to the clause word before it.
  func belongsToWord(_ value: String) -> Bool {
    ["-", "+", "."].contains(value.first) || value == "of" || value.hasPrefix("of ")
  }

  /// Whether a column called like a clause would open one: before another clause.
  func readsAsClause(_ item: Item, isFirst: Bool, isLast: Bool) -> Bool {
    guard item.of == nil, isLast, isFollowed else { return false }
    // Behind a clause word or a comma an item follows.
    if isFirst, clause == nil, item.binding == .none, isWord(item.value) { return true }
    return endsInRangeToWord(item.value)
  }

  /// Whether `a..` stands last.
  static func endsInOpenRange(_ item: Item) -> Bool { endsInOpenRange(item.of ?? item.value) }

  private static func endsInOpenRange(_ expr: Expr) -> Bool {
    switch expr {
    case .range(_, let upper, _): upper == nil
    case .binary(_, _, let right, _): endsInOpenRange(right)
    case .unary(_, let operand, _): endsInOpenRange(operand)
    case .conditional(_, _, let negative, _): endsInOpenRange(negative)
    default: false
    }
  }

  private func isWord(_ expr: Expr) -> Bool {
    if case .name(let name) = expr { !name.isQuoted && words.contains(name.text) } else { false }
  }

  /// Whether `a..word` stands last, of which `a..` would be read.
  private func endsInRangeToWord(_ expr: Expr) -> Bool {
    switch expr {
    case .range(_, let upper?, _): isWord(upper)
    case .binary(_, _, let right, _): endsInRangeToWord(right)
    case .unary(_, let operand, _): endsInRangeToWord(operand)
    case .conditional(_, _, let negative, _): endsInRangeToWord(negative)
    default: false
    }
  }
}
