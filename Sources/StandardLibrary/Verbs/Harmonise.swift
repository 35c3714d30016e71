import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Converts earlier figures to the regions of one year.
  static let harmonise = Verb(
    "harmonise", aliases: ["harmonize"], items: .columns,
    clauses: [ClauseSignature("to", "YEAR", .values)],
    UnitDocumentation(
      "harmonise REGION to YEAR",
      "Converts earlier rows to the boundaries of 1 January of a year, so that they compare.",
      details: [
        "Regions that merged or were absorbed are put together: counts, amounts and cumulatives "
          + "add up, other measures are averaged by their declared weight.",
        "A region that was split or gave a part away cannot be divided: it and its receivers are "
          + "`missing: not_comparable` before that day, and so is a measure without a weight.",
        "A part that the table has no row for counts as unknown in the coverage.",
        "`converted` says which rows were put together or could not be.",
        "The redivisions are those of `breaks TABLE on REGION`; one dated d concerns rows of a "
          + "year that begins before d.",
      ],
      examples: [
        #"population | harmonise municipality to 2023 | where municipality = "Purmerend" | yoy"#,
        "population | harmonise municipality to 2023 | where converted | take 5",
      ])
  ) { call, planner in
    guard let item = planner.single(call.items, of: call, "column of regions"),
      let target = planner.single(call.clause("to") ?? [], of: call, "year after `to`"),
      let region = planner.column(item.value, in: call.schema),
      let year = Harmonising.year(target, &planner),
      let set = Harmonising.breaks(region, call, &planner),
      let time = planner.timeAxis(in: call.schema, at: call.stage.range),
      Harmonising.canConvert(region, call, &planner)
    else { return nil }
    let map = RegionMap(set.redivisions, day: Period.year(year).firstDay)
    return Harmonising.plan(call, region: region, time: time, set, map, year: year, &planner)
  }
}

/// Building the plan of `harmonise`.
enum Harmonising {
  static func year(_ item: Item, _ planner: inout Planner) -> Int? {
    guard let value = planner.constant(item.value)?.literal else { return nil }
    switch value {
    case .integer(let year) where (1...9999).contains(year): return Int(year)
    case .period(let period) where period.granularity == .year && !period.isSpan:
      return Int(period.first)
    default:
      planner.report(
        "wrong-type", "a year is expected", at: item.range, label: "as in `to 2023`")
      return nil
    }
  }

  /// The redivisions of the column; reports when none are known.
  static func breaks(_ region: Int, _ call: VerbCall, _ planner: inout Planner) -> BreakSet? {
    let name = call.schema.fields[region].name
    if let set = call.schema.breaks.first(where: { $0.key == name && !$0.redivisions.isEmpty }) {
      return set
    }
    planner.report(
      "no-redivisions", "no redivisions of `\(name)` are known", at: call.stage.range,
      notes: [
        "they are declared with `breaks redivisions on \(name)` in `data`; "
          + "harmonise before adding regions up"
      ])
    return nil
  }

  /// Whether all regions are there and all measures can be put together; reports what cannot.
  static func canConvert(_ region: Int, _ call: VerbCall, _ planner: inout Planner) -> Bool {
    let schema = call.schema
    let name = schema.fields[region].name
    guard schema.fields[region].type == .text else {
      planner.report(
        "wrong-type", "regions are texts, `\(name)` is \(schema.fields[region].type.phrase)",
        at: call.stage.range, notes: ["`types \(name): text` in `data`"])
      return false
    }
    guard !call.input.fixed.contains(name) else {
      planner.report(
        "regions-filtered-out", "an earlier `where` keeps one `\(name)` only", at: call.stage.range,
        label: "put `harmonise` before that `where`",
        notes: ["the rows of regions that went up in it are needed"])
      return false
    }
    let margins = Set(
      schema.fields.flatMap { [$0.measure?.lower, $0.measure?.upper, $0.measure?.observations] }
        .compactMap { $0 })
    for field in schema.fields where field.measure?.kind == .undeclared {
      guard field.role == .measure, !margins.contains(field.name) else { continue }
      planner.report(
        "unknown-kind", "it is not known whether `\(field.name)` adds up", at: call.stage.range,
        notes: [
          "declare it, as in `measure \(field.name): count` or "
            + "`\(field.name): rate(weight: inhabitants)`; derive columns after `harmonise`"
        ])
      return false
    }
    guard schema.index(of: "converted") == nil else {
      planner.report(
        "name-twice", "the table has a column `converted` already", at: call.stage.range,
        label: "rename or drop it first")
      return false
    }
    return true
  }

  static func plan(
    _ call: VerbCall, region: Int, time: Int, _ set: BreakSet, _ map: RegionMap, year: Int,
    _ planner: inout Planner
  ) -> LogicalPlan {
    let schema = call.schema
    let rules = schema.fields.map { RegionRule($0, schema) }
    let others = schema.fields.indices.filter { index in
      let field = schema.fields[index]
      guard index != region, index != time else { return false }
      return field.role == .key || field.role == .candidateKey || field.role == .edition
        || field.name == schema.variant
    }
    var result = schema
    for (index, rule) in rules.enumerated() {
      switch rule {
      case .average, .mixed: result.fields[index].type = .number
      case .sum, .attribute, .shared: break
      }
    }
    var converted = Field("converted", .boolean)
    converted.label = "Omgerekend"
    result.fields.append(converted)
    result.breaks = schema.breaks.map { other in
      other === set ? BreakSet(key: set.key, of: map.remaining(of: set.redivisions)) : other
    }
    let rows = LogicalPlan(
      .transform(
        call.input,
        HarmonisedRows(
          region: region, time: time, others: others, rules: rules, map: map, year: year)),
      schema: result, fixed: call.input.fixed, timeFiltered: call.input.timeFiltered)
    let keys = ([region] + others + [time]).map { index in
      let field = result.fields[index]
      return SortKey(
        TypedExpr(.column(index), field.type, meaning: ColumnMeaning(field)), descending: false)
    }
    return LogicalPlan(
      .sort(rows, keys), schema: result, fixed: rows.fixed, timeFiltered: rows.timeFiltered)
  }
}

/// What becomes of a column when rows of several regions become one.
enum RegionRule: Sendable {
  /// Known values are added.
  case sum
  /// The mean, weighed by the column at a position; without a weight it is not comparable.
  case average(weight: Int?)
  /// Added or averaged as the row's kind of measure says.
  case mixed(kind: Int?, weight: Int?)
  /// What the new region says of itself.
  case attribute
  /// What all rows agree on.
  case shared

  /// The rule of a field.
  init(_ field: Field, _ schema: Schema) {
    let isSize = schema.fields.contains { $0.measure?.observations == field.name }
    guard field.role == .measure || isSize, field.type.isNumeric else {
      if case .attribute = field.role { self = .attribute } else { self = .shared }
      return
    }
    let weight = field.measure?.weight.flatMap { schema.index(of: $0) }
    switch field.measure?.kind {
    case .count, .amount, .cumulative: self = .sum
    case .percentage, .rate, .index, .score, .share: self = .average(weight: weight)
    case .mixed:
      self = .mixed(
        kind: field.measure?.kindColumn.flatMap { schema.index(of: $0) }, weight: weight)
    case .undeclared, nil: self = isSize ? .sum : .average(weight: nil)
    }
  }
}
