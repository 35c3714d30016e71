import Columnar
import Planning
import QuerySyntax

/// What may stand among the items of a stage, and behind them.
extension Session {
  /// The bar before the next verb.
  private static let pipe = Match("|", "the next step")

  /// What may stand at a cursor among items.
  func items(_ planner: CompletionPlanner, _ cursor: StageCursor) -> [Match] {
    // A table of a name takes nothing but the next step.
    if isTable(cursor) { return [Self.pipe] }
    let signature = signature(of: cursor)
    let fixed = words(signature, cursor)
    // What is said of a column is no column.
    if cursor.item?.name != nil, !fixed.isEmpty { return fixed }
    let kind =
      cursor.clause == nil
      ? registry.verb(cursor.stage.verb.text)?.itemKind ?? .expressions
      : signature?.kind ?? .expressions
    let own: [Match]
    switch kind {
    case .none, .values: own = []
    case .words(let words): own = words.map { Match($0, "") }
    case .tables: own = tables(planner) + (planner.isBracketed ? sources() : [])
    case .columns: own = columns(at: cursor, signature, planner)
    case .expressions:
      own =
        columns(at: cursor, signature, planner)
        + functions(planner, hasAggregates: takesAggregates(cursor.stage))
    }
    let arguments = cursor.call.map { labels(of: $0) } ?? []
    return arguments + fixed + own
      + (cursor.isFirst ? unusedClauses(of: cursor) : [])
  }

  /// What may follow a finished expression.
  func followers(of cursor: StageCursor) -> [Match] {
    if isTable(cursor) { return [Self.pipe] }
    let last = cursor.stage.clauses.last?.word.text
    let kind =
      last.map { word in clauses(of: cursor.stage).first { $0.word == word }?.kind ?? .values }
      ?? registry.verb(cursor.stage.verb.text)?.itemKind ?? .values
    var operators: [Match] = []
    if case .expressions = kind {
      operators = [
        Match("and", "both conditions"), Match("or", "either condition"),
        Match("in", "one of a list: in [a, b]"), Match("is", "missing, or for a reason"),
      ]
    }
    return unusedClauses(of: cursor) + operators + (cursor.isDeclaration ? [] : [Self.pipe])
  }

  private func isTable(_ cursor: StageCursor) -> Bool {
    cursor.index < 0 && registry.source(cursor.stage.verb.text) == nil
  }

  /// Aggregates stand where columns are defined by expressions, of which the groups follow.
  private func takesAggregates(_ stage: Stage) -> Bool {
    registry.aggregate(stage.verb.text) == nil && registry.verb(stage.verb.text)?.form == .equals
  }

  private func signature(of cursor: StageCursor) -> ClauseSignature? {
    guard let word = cursor.clause?.word.text else { return nil }
    let own = clauses(of: cursor.stage)
    return (cursor.isDeclaration ? own + Declaration.clauses : own).first { $0.word == word }
  }

  /// The clauses of a stage's verb or source.
  func clauses(of stage: Stage) -> [ClauseSignature] {
    registry.verb(stage.verb.text)?.clauses ?? registry.source(stage.verb.text)?.clauses ?? []
  }

  private func unusedClauses(of cursor: StageCursor) -> [Match] {
    let used = Set(cursor.stage.clauses.map(\.word.text))
    let all =
      clauses(of: cursor.stage) + (cursor.isDeclaration ? Declaration.clauses : [])
    return all.enumerated().filter { index, clause in
      !used.contains(clause.word) && !all[..<index].contains { $0.word == clause.word }
    }.map { Match($0.element.word, "clause: \($0.element.items)") }
  }

  /// The columns at a cursor, those that the stage or clause asks for first.
  private func columns(
    at cursor: StageCursor, _ signature: ClauseSignature?, _ planner: CompletionPlanner
  ) -> [Match] {
    if signature?.form == .equals, let item = cursor.item, item.name != nil,
      case .tables? = registry.verb(cursor.stage.verb.text)?.itemKind
    {
      // `LEFT = RIGHT`: what follows the sign is a column of the other table.
      return columns(of: planner.plan(of: cursor.stage.items.first))
    }
    let sought =
      signature?.items
      ?? registry.verb(cursor.stage.verb.text)?.documentation.synopsis.split(separator: " ")
      .dropFirst().first.map(String.init) ?? ""
    return columns(of: planner.plan(before: cursor), sought: sought)
  }

  /// Columns with type, unit and label, those of the sought role first.
  func columns(of plan: LogicalPlan?, sought: String = "") -> [Match] {
    let fields = plan?.schema.fields ?? []
    func isSought(_ field: Field) -> Bool {
      switch field.role {
      case .key, .candidateKey: sought.hasPrefix("KEY")
      case .time, .edition: sought.hasPrefix("TIME")
      case .measure: sought.hasPrefix("MEASURE") || sought.hasPrefix("VALUE")
      case .attribute, .note: false
      }
    }
    return (fields.filter(isSought) + fields.filter { !isSought($0) }).map { field in
      let words = [field.type.rawValue, field.unit?.text, field.label]
      return Match(field.name, words.compactMap { $0 }.joined(separator: ", "))
    }
  }

  /// The fixed words that a clause takes, as its help lists them: `left | inner`.
  private func words(_ signature: ClauseSignature?, _ cursor: StageCursor) -> [Match] {
    guard let signature else { return [] }
    let isNamed = cursor.item?.name != nil
    if isNamed, signature.items.hasSuffix(": TYPE") { return Self.types }
    if isNamed, signature.items.contains(": KIND") {
      return Declaration.kinds.map { Match($0, "kind of measure") }
    }
    if signature.items.hasSuffix("= REASON"), case .binary(.equal, _, _, _)? = cursor.item?.value {
      return MissingReason.fromData.map { Match($0.name, "reason") }
    }
    return signature.items.split(separator: "|").map { $0.filter { $0 != " " } }
      .filter { word in word.allSatisfy { $0.isLowercase || $0 == "_" } }
      .map { Match($0, "") }
  }
}
