package import Columnar
package import QuerySyntax
package import SourceText

extension Planner {
  /// The plan of a pipeline, or of its first stages; nil when its source is not known.
  package mutating func plan(_ pipeline: Pipeline, stages count: Int = .max) -> LogicalPlan? {
    let outer = isUncertain
    isUncertain = false
    origin = nil
    defer { isUncertain = outer }
    var plan = placed(source(pipeline.source), pipeline.source.range)
    for stage in pipeline.stages.prefix(count) {
      plan = self.stage(stage, input: plan)
      if let depth = plan?.depth, depth > Self.deepestPlan {
        report(
          "too-many-steps", "this is more than \(Self.deepestPlan) steps one after another",
          at: stage.range, notes: ["keep what comes before it with `let`"])
        return nil
      }
    }
    return plan
  }

  /// How many steps a result may be made of, and items a list of a stage may have: bound the stack
  /// of what walks a plan.
  private static let deepestPlan = 400
  private static let longestList = 1000

  /// Whether the lists of a stage are not too long; reports the first that is.
  private mutating func isShort(_ stage: Stage) -> Bool {
    for items in [stage.items] + stage.clauses.map(\.items) where items.count > Self.longestList {
      report(
        "too-many-items", "this list has more than \(Self.longestList) items",
        at: items[Self.longestList].range, notes: ["a list of columns may name a range: `a..z`"])
      return false
    }
    return true
  }

  /// A plan that knows which stage it is of, so that a fault met while running can point at it.
  private func placed(_ plan: LogicalPlan?, _ range: SourceRange) -> LogicalPlan? {
    guard var plan, plan.place == nil else { return plan }
    plan.place = LogicalPlan.Place(file: file, range: range)
    return plan
  }

  private mutating func source(_ source: Pipeline.Source) -> LogicalPlan? {
    switch source {
    case .nested(let pipeline, _): return plan(pipeline)
    case .lastResult(let range):
      guard let last = definitions.last else {
        report("no-last-result", "there is no result yet to go on from", at: range)
        return nil
      }
      return scan(last)
    case .stage(let stage):
      guard !stage.verb.text.isEmpty else { return nil }
      if !stage.verb.isQuoted, let function = registry.source(stage.verb.text) {
        return open(function, stage)
      }
      return table(stage.verb, stage)
    }
  }

  private mutating func open(_ function: SourceFunction, _ stage: Stage) -> LogicalPlan? {
    do {
      let call = SourceCall(
        file: file, stage: stage, types: declaredTypes(stage), missing: declaredTokens(stage),
        parameters: literalParameters, folder: folder)
      return scan(try function.open(call))
    } catch {
      diagnostics.append(error)
      return nil
    }
  }

  /// Values of params, for items of sources.
  var literalParameters: [String: Value] { definitions.values.compactMapValues(\.literal) }

  /// The plan that reads a source; what a `let` has fixed stays fixed.
  package func scan(_ source: any TableSource) -> LogicalPlan {
    let kept = source as? KeptTable
    return LogicalPlan(
      .scan(source), schema: source.schema, fixed: kept?.fixed ?? [],
      timeFiltered: kept?.timeFiltered ?? false)
  }

  private mutating func table(_ name: Name, _ stage: Stage) -> LogicalPlan? {
    if let item = stage.items.first, registry.verb(name.text) == nil {
      guard !isBroken(stage.range) else { return nil }
      report(
        "unknown-source", "`\(name.text)` is not a source that takes items", at: item.range,
        label: "a `|` before it?",
        notes: ["sources: " + registry.sources.map { "`\($0.name)`" }.joined(separator: ", ")])
      return nil
    }
    guard let source = tableSource(name) else { return nil }
    origin = (name.text, source.schema.names)
    return scan(source)
  }

  /// The table with a name: defined by the script, then built in.
  package mutating func tableSource(_ name: Name) -> (any TableSource)? {
    if let kept = definitions.kept[name.text] { return kept }
    if let table = definitions.tables[name.text] { return table }
    if name.text == "_" {
      if let last = definitions.last { return last }
      report("no-last-result", "there is no result yet to go on from", at: name.range)
      return nil
    }
    do {
      if let table = try catalog.table(name.text) { return table }
    } catch {
      adopt(error, at: name.range)
      return nil
    }
    unknownTable(name)
    return nil
  }

  /// Words that begin a statement, as it is written.
  private static let statementForms = [
    "data": "data NAME = csv \"file.csv\" key …", "param": "param NAME: TYPE = DEFAULT",
    "let": "let NAME = EXPRESSION", "def": "def NAME(x) = EXPRESSION",
    "use": "use \"other.peil\"", "print": "print EXPRESSION",
  ]

  private mutating func unknownTable(_ name: Name) {
    guard !failedNames.contains(name.text) else { return }
    if !name.isQuoted, let form = Self.statementForms[name.text] {
      report(
        "incomplete-statement", "`\(name.text)` stands alone", at: name.range,
        label: "it is written `\(form)`")
      return
    }
    let names = definitions.tableNames + catalog.tableNames
    var notes: [String] = []
    if registry.verb(name.text) != nil {
      notes.append(
        "`\(name.text)` is a verb: begin with a table, as in `population | \(name.text) …`")
    } else if definitions.values[name.text] != nil {
      notes.append("`$\(name.text)` is a value; a pipeline begins with a table")
    } else {
      notes.append("tables: " + names.joined(separator: ", "))
    }
    report(
      "unknown-table", "no table `\(name.text)`", at: name.range,
      label: suggestion(name.text, among: names + registry.sources.map(\.name)), notes: notes)
  }

  /// Takes over a fault of another file, pointing at the place that led to it.
  package mutating func adopt(_ error: any Error, at range: SourceRange) {
    switch error {
    case var diagnostic as Diagnostic:
      if diagnostic.range == nil {
        diagnostic.file = file
        diagnostic.range = range
      }
      diagnostics.append(diagnostic)
    case let list as Diagnostics: diagnostics += list.list
    default: interruption = error
    }
  }

  /// The plan of one stage. When it fails the input is passed on, so that faults of later stages
  /// are found too.
  private mutating func stage(_ stage: Stage, input: LogicalPlan?) -> LogicalPlan? {
    guard let verb = registry.verb(stage.verb.text) else {
      unknownVerb(stage.verb)
      isUncertain = true
      return input
    }
    switch presentation {
    case .table: break
    // What is saved is passed on: a later stage is shown again.
    case .saved: presentation = .table
    case .figure where verb.followsFigure: break
    case .figure, .explanation, .sources:
      let what = presentation.noun
      report(
        "after-\(what)", "nothing can follow \(presentation.phrase)",
        at: stage.verb.range, notes: ["put `\(stage.verb.text)` before it"])
      return input
    }
    guard let input else { return nil }
    guard !isBroken(stage.range) else {
      if !verb.keepsColumns { isUncertain = true }
      return input
    }
    guard isShort(stage) else {
      isUncertain = true
      return input
    }
    let before = diagnostics.count
    faultsBeforeStage = before
    let call = VerbCall(verb: verb, stage: stage, input: input)
    let plan = placed(verb.plan(call, &self), stage.range)
    let failed = plan == nil || diagnostics.count > before
    // After a filter that failed the columns are as before: faults in later stages are found too.
    if failed, !verb.keepsColumns { isUncertain = true }
    return plan ?? input
  }

  private mutating func unknownVerb(_ name: Name) {
    let nearest =
      ForeignWords.verb(name.text).map { "write \($0)" }
      ?? suggestion(name.text, among: registry.verbNames)
    var notes: [String] = []
    if definitions.tableNames.contains(name.text) || catalog.tableNames.contains(name.text) {
      notes.append("`\(name.text)` is a table; a verb follows `|`")
    } else if nearest == nil {
      notes.append("verbs: " + registry.verbs.map(\.name).joined(separator: ", "))
    }
    report("unknown-verb", "no verb `\(name.text)`", at: name.range, label: nearest, notes: notes)
  }
}
