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
    let words = vocabulary.clauseWords(of: stage.verb.text) ?? []
    var parts = [Self.name(stage.verb)]
    if !stage.items.isEmpty {
      parts.append(items(stage.items, owner: stage.verb.text, clause: nil, words: words))
    }
    parts += stage.clauses.map { clause($0, owner: stage.verb.text, words: words) }
    return parts.joined(separator: " ")
  }

  /// A clause word with its items.
  func clause(_ clause: Clause, owner: String, words: [String]) -> String {
    let items = items(clause.items, owner: owner, clause: clause.word.text, words: words)
    return items.isEmpty ? clause.word.text : "\(clause.word.text) \(items)"
  }

  /// Items parted by commas.
  func items(_ items: [Item], owner: String, clause: String?, words: [String]) -> String {
    items.map { item in
      var text = ""
      switch item.binding {
      case .none: break
      case .equals(let name): text = Self.name(name) + " = "
      case .colon(let name): text = Self.name(name) + ": "
      }
      text += value(of: item, owner: owner, clause: clause)
      if let of = item.of { text += " of " + self.text(of) }
      return text
    }.joined(separator: ", ")
  }

  /// An item's value; a comparison with a bare name on its left must not read as a definition.
  private func value(of item: Item, owner: String, clause: String?) -> String {
    let text = text(item.value)
    guard item.binding == .none,
      vocabulary.definition(in: owner, clause: clause) == .equals,
      case .binary(.equal, .name, _, _) = item.value
    else { return text }
    return "(\(text))"
  }
}
