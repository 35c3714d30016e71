package import Columnar
import QuerySyntax
package import SourceText

extension Planner {
  /// Columns that name a series for time functions: `given`, or the keys by role. Reports when
  /// the table says too little, or when it holds several editions.
  package mutating func comparisonSeries(
    _ given: [Int]?, in schema: Schema, _ fixed: Set<String>, takesWithin: Bool = true,
    at range: SourceRange
  ) -> [Int]? {
    // Realised and planned figures are series of their own, whatever else names them.
    let variant = schema.variant.flatMap { schema.index(of: $0) }
    if let given { return given + [variant].compactMap { $0 }.filter { !given.contains($0) } }
    let candidates = schema.fields(.candidateKey).map(\.name).filter { !fixed.contains($0) }
    guard candidates.isEmpty else {
      guard isFirst("unclear-series") else { return nil }
      let keys = candidates.joined(separator: ", ")
      let measure = schema.fields(.measure).first?.name ?? "value"
      report(
        "unclear-series", "it is not known which columns name a series", at: range,
        label: takesWithin ? "add `within \(keys)` or some of them" : nil,
        notes: [
          "candidates: " + keys,
          "declare them: `data NAME = csv … key \(candidates[0])`",
          "or aggregate first: `sum \(measure) by \(candidates[0]), "
            + "\(schema.time?.name ?? "year")`",
        ])
      return nil
    }
    if let edition = schema.edition, !fixed.contains(edition.name) {
      guard isFirst("several-editions") else { return nil }
      report(
        "several-editions", "the table holds several editions of its figures", at: range,
        label: "choose one before comparing over time",
        notes: ["`as_of 2020` or `where \(edition.name) = 2020` first"]
          + (takesWithin
            ? ["or compare the editions as series with `within …, \(edition.name)`"] : []))
      return nil
    }
    return schema.fields.indices.filter { schema.fields[$0].role == .key || $0 == variant }
  }

  /// Whether a fault has not been reported of the stage yet, and does not follow from one in an
  /// earlier stage: one cause is one fault.
  private func isFirst(_ code: String) -> Bool {
    !isUncertain && !diagnostics.dropFirst(faultsBeforeStage).contains { $0.code == code }
  }

  /// The time axis; reports when there is none.
  ///
  /// - Parameter takesOver: whether the clause `over` could name another.
  package mutating func timeAxis(
    in schema: Schema, takesOver: Bool = false, at range: SourceRange
  ) -> Int? {
    if let axis = schema.fields.firstIndex(where: { $0.role == .time }) { return axis }
    guard isFirst("no-time") else { return nil }
    // What can be an axis has to be said; a text of periods has to be read as periods first.
    let possible = schema.fields.filter {
      $0.type == .period || $0.type == .date || $0.type == .integer && TimeNames.isYear($0.name)
    }
    let text = schema.fields.first { $0.type == .text && TimeNames.contains($0.name) }
    report(
      "no-time", "the table has no time axis", at: range,
      label: takesOver ? possible.first.map { "add `over \($0.name)`" } : nil,
      notes: [
        possible.first.map { "declare it: `data NAME = csv … time \($0.name)`" }
          ?? text.map {
            let type = TimeNames.type(of: $0.name).rawValue
            return "read `\($0.name)` as \(type)s: `csv … types \($0.name): \(type)`"
          }
          ?? "keep the time column, or declare one: `data NAME = csv … time COLUMN`",
        "columns here: " + ColumnList.text(schema),
      ])
    return nil
  }

  /// Whether an aggregate of values over groups means something; reports when it does not.
  ///
  /// - Parameter clause: the clause of the verb that names the groups.
  package mutating func allows(
    _ aggregate: Aggregate, _ arguments: [TypedExpr], keys: [Int], _ scope: Scope,
    clause: String = "by", at range: SourceRange
  ) -> Bool {
    guard let argument = arguments.first, let measure = argument.meaning.measure else {
      return true
    }
    let schema = scope.schema
    let kept = Set(keys.map { schema.fields[$0].name }).union(scope.fixed)
    if aggregate.meaning == .total || aggregate.meaning == .typical
      || aggregate.meaning == .spread, let edition = schema.edition,
      !kept.contains(edition.name)
    {
      // Of an undeclared file the name alone tells an edition: everything is allowed, and said.
      guard schema.isDeclared else {
        note(Self.editionsNote)
        return true
      }
      report(
        "several-editions", "this would mix several editions of the same figures", at: range,
        notes: [
          "`as_of 2020` or `where \(edition.name) = 2020` first, or add `\(edition.name)` to `\(clause)`"
        ])
      return false
    }
    if aggregate.meaning == .total || aggregate.meaning == .typical || aggregate.meaning == .spread,
      !isOfParts(schema, kept, "count", clause: clause, at: range)
    {
      return false
    }
    guard aggregate.meaning == .total else {
      return isOfOneKind(aggregate, measure, kept, schema, at: range)
    }
    if !measure.kind.isAdditive {
      let weight = measure.weight.map { ", weight: \($0)" } ?? ""
      let name = argument.column.map { schema.fields[$0].name } ?? "x"
      report(
        "not-additive", "\(measure.kind.phrase.one) cannot be added", at: range,
        label: measure.kind == .mixed ? nil : "use `mean(\(name)\(weight))`",
        notes: measure.kind == .mixed
          ? ["its unit differs by row: `where unit = …` does not make rows addable"]
          : ["adding \(measure.kind.phrase.many) of different groups has no meaning"])
      return false
    }
    if measure.kind == .count(stock: true), let time = schema.time, !kept.contains(time.name) {
      report(
        "stock-over-time", "a standing number cannot be added over time", at: range,
        label: "the same things would be counted again for each \(time.name)",
        notes: ["add `\(time.name)` to `\(clause)`, or `where \(time.name) = …` first"])
      return false
    }
    return true
  }

  /// Whether rows can be ranked among each other: total rows and their parts cannot, nor can what
  /// was realised and what was planned. Reports when not.
  package mutating func ranksAlike(
    _ input: LogicalPlan, within: [Int], at range: SourceRange
  ) -> Bool {
    let kept = Set(within.map { input.schema.fields[$0].name }).union(input.fixed)
    return isOfParts(input.schema, kept, "rank", clause: "within", at: range)
  }

  /// Whether groups hold no total row together with its parts and one variant only.
  private mutating func isOfParts(
    _ schema: Schema, _ kept: Set<String>, _ action: String, clause: String, at range: SourceRange
  ) -> Bool {
    if let total = schema.totals.first(where: { !kept.contains($0.column) }) {
      // A text that only looks like a total may be a part: it is counted, and said.
      guard total.isDeclared else {
        note(Self.totalNote(total))
        return true
      }
      report(
        "total-with-parts",
        "this would \(action) the total row \"\(total.value)\" together with its parts", at: range,
        notes: [
          "`where \(total.column) != \"\(total.value)\"` first, "
            + "or add `\(total.column)` to `\(clause)`"
        ])
      return false
    }
    if let variant = schema.variant, !kept.contains(variant) {
      report(
        "several-variants", "this would mix the variants of `\(variant)`", at: range,
        notes: [
          "`where \(variant) = …` first, or add `\(variant)` to `\(clause)`",
          "realised, planned and target figures are never added, averaged or ranked together",
        ])
      return false
    }
    return true
  }

  /// Whether a mean, median or spread is of figures of one unit and kind: a mixed measure has one
  /// in groups that are of one unit and of one kind, or of keys these depend on.
  private mutating func isOfOneKind(
    _ aggregate: Aggregate, _ measure: Measure, _ kept: Set<String>, _ schema: Schema,
    at range: SourceRange
  ) -> Bool {
    let computes =
      aggregate.meaning == .spread
      || (aggregate.meaning == .typical && aggregate.resultType([.integer]) == .number)
    guard computes, measure.kind == .mixed else { return true }
    let columns = [measure.unitColumn, measure.kindColumn].compactMap { $0 }
    let open = columns.filter { name in
      if kept.contains(name) { return false }
      guard case .attribute(let keys)? = schema.field(name)?.role, !keys.isEmpty else {
        return true
      }
      return !keys.allSatisfy(kept.contains)
    }
    guard !open.isEmpty || columns.isEmpty else { return true }
    let names = open.joined(separator: ", ")
    report(
      "unlike-units", "\(measure.kind.phrase.one) has no mean, its unit differs by row", at: range,
      label: open.isEmpty ? nil : "add `\(names)` to `by`",
      notes: open.first.map { ["or `where \($0) = …` first"] } ?? [])
    return false
  }

  private static func totalNote(_ total: Schema.Total) -> Note {
    let fix = "`where \(total.column) != \"\(total.value)\"`"
    return Note(
      code: "total-with-parts",
      dutch: "\(total.column): \"\(total.value)\" telt mee naast de andere waarden; "
        + "is het hun totaal, laat het weg met \(fix)",
      english: "\(total.column): \"\(total.value)\" is counted beside the other values; "
        + "if it is their total, leave it out with \(fix)")
  }

  private static let editionsNote = Note(
    code: "several-editions",
    dutch: "cijfers van meer edities zijn samengenomen; kies er een met `as_of` of `where`",
    english: "figures of several editions were taken together; choose one with `as_of` or `where`")
}

extension MeasureKind {
  /// With its article and in the plural, for messages.
  var phrase: (one: String, many: String) {
    switch self {
    case .index: ("an index", "indexes")
    case .amount: ("an amount", "amounts")
    case .cumulative: ("a running total", "running totals")
    case .mixed, .undeclared: ("a measure of mixed kinds", "measures of mixed kinds")
    case .count, .percentage, .rate, .score, .share: ("a \(name)", "\(name)s")
    }
  }
}
