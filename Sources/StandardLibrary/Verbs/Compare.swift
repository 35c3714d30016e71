import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Compares the figures of two editions.
  static let compare = Verb(
    "compare", items: .values,
    clauses: [
      ClauseSignature("with", "LATER EDITION", .values),
      ClauseSignature("within", "KEY, …", .columns),
      ClauseSignature("filled", "true", .values),
    ],
    UnitDocumentation(
      "compare EARLIER with LATER within KEY, … filled true",
      "Puts the figures of two editions side by side and says what became of each.",
      details: [
        "Figures match on the keys, and on time too where a key has several periods in an edition.",
        "`comparison` is the first that applies: `unknown` (a side is not known) · `withdrawn` (no "
          + "row in the later edition) · `new` (no row, or not applicable, in the earlier) · "
          + "`nothing_to_report` and `carried_over` (the column `status` of the later says so, or "
          + "period and value are the same) · `not_comparable` (a break, or periods that overlap or "
          + "are of unequal length) · `revised` (same period, other value) · `unchanged` · `changed`.",
        "A percentage changes in percentage points and has no growth; the change of a cumulative "
          + "is the flow between the editions.",
        "Cells that `fill` made are no figures: they are not compared, unless with `filled true`.",
        "Other columns are those of the later edition, or of the earlier where that is all there is.",
      ],
      examples: [
        "indicators | compare 2019 with 2020 "
          + "| select indicator, value_2019, value_2020, value_change, comparison",
        "indicators | compare 2020 with 2021 | count by comparison",
      ])
  ) { call, planner in
    guard let item = planner.single(call.items, of: call, "base edition"),
      let other = planner.single(call.clause("with") ?? [], of: call, "later edition after `with`"),
      let column = EditionAxis.column(call, &planner)
    else { return nil }
    let earlier = EditionAxis.edition(item, column, call, &planner)
    let later = EditionAxis.edition(other, column, call, &planner)
    let series = EditionAxis.series(call, edition: column, &planner)
    guard let earlier, let later, let series else { return nil }
    let order = EditionAxis.places(.constant(earlier, later.type ?? .text, count: 1), of: later)
    guard order == [-1] else {
      planner.report(
        "wrong-order", "the earlier edition comes first", at: other.range,
        label: earlier == later
          ? "this is the same edition" : "write `compare \(later.shown) with \(earlier.shown)`")
      return nil
    }
    return ComparedEditions.plan(
      call, column, earlier: earlier, later: later, series: series, &planner)
  }
}

/// Building the plan of `compare`.
enum ComparedEditions {
  static func plan(
    _ call: VerbCall, _ column: Int, earlier: Value, later: Value, series: [Int],
    _ planner: inout Planner
  ) -> LogicalPlan? {
    let schema = call.schema
    let measures = schema.fields.indices.filter { schema.fields[$0].role == .measure }
    guard !measures.isEmpty else {
      guard !planner.isUncertain else { return nil }
      planner.report("no-measures", "the table has no measure to compare", at: call.stage.range)
      return nil
    }
    let names = (earlier: earlier.shown, later: later.shown)
    let kept = schema.fields.indices.filter { $0 != column && !measures.contains($0) }
    guard let input = figures(call, measures, &planner) else { return nil }
    var result = schema
    result.fields = kept.map { schema.fields[$0] }
    for index in measures { result.fields += fields(of: index, schema, measures, names) }
    var comparison = Field("comparison", .text)
    comparison.label = "Vergelijking"
    result.fields.append(comparison)
    for (index, name) in result.names.enumerated() where result.names.firstIndex(of: name) != index
    {
      planner.report(
        "name-twice", "the table has a column `\(name)` already", at: call.stage.range,
        label: "rename or drop it first")
      return nil
    }
    let present = Set(result.names)
    result.totals = schema.totals.filter { present.contains($0.column) }
    let status = schema.fields.firstIndex { $0.name == "status" && $0.type == .text }
    return LogicalPlan(
      .transform(
        input,
        EditionComparison(
          series: series, time: schema.fields.firstIndex { $0.role == .time }, column: column,
          earlier: earlier, later: later, measures: measures, kept: kept, status: status)),
      schema: result, fixed: call.input.fixed.intersection(present),
      timeFiltered: call.input.timeFiltered)
  }

  /// The table without the cells that `fill` made, unless they are asked for.
  private static func figures(_ call: VerbCall, _ measures: [Int], _ planner: inout Planner)
    -> LogicalPlan?
  {
    let schema = call.schema
    guard let isAsked = YearOverYear.asksForFilled(call, &planner) else { return nil }
    let hasFilled = measures.contains {
      FilledCells.mark(of: schema.fields[$0].name, in: schema) != nil
    }
    guard !isAsked, hasFilled else { return call.input }
    var columns: [(field: Field, expr: TypedExpr)] = []
    for (index, field) in schema.fields.enumerated() {
      let column = TypedExpr(.column(index), field.type, meaning: ColumnMeaning(field))
      columns.append(
        (
          field,
          measures.contains(index)
            ? planner.withoutFilled(column, in: schema, asked: "filled true") : column
        ))
    }
    return call.input.projected(columns)
  }

  /// The four columns of a measure.
  private static func fields(
    of index: Int, _ schema: Schema, _ measures: [Int], _ names: (earlier: String, later: String)
  ) -> [Field] {
    let source = schema.fields[index]
    func field(_ suffix: String, _ label: String, _ type: DataType) -> Field {
      var field = source
      field.name = "\(source.name)_\(suffix)"
      field.label = source.label.map { "\($0) \(label)" }
      field.type = type
      return field
    }
    func figure(_ edition: String) -> Field {
      var figure = field(edition, edition, source.type)
      if let weight = figure.measure?.weight,
        measures.contains(where: { schema.fields[$0].name == weight })
      {
        figure.measure?.weight = "\(weight)_\(edition)"
      }
      return figure
    }
    var change = field("change", "verandering", source.type)
    switch source.measure?.kind {
    case .percentage, .share:
      change.unit = MeasureUnit("procentpunt")
      change.measure = Measure(.undeclared)
    case .cumulative: change.measure = Measure(.count(stock: false))
    case .count, .amount, .rate, .index, .score, .mixed, .undeclared, nil: break
    }
    var growth = field("growth", "groei", .number)
    growth.unit = MeasureUnit("%")
    growth.measure = Measure(.undeclared)
    growth.decimals = nil
    return [figure(names.earlier), figure(names.later), change, growth]
  }
}
