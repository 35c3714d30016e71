import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Adds each measure relative to a base period.
  static let index = Verb(
    "index", items: .columns,
    clauses: [
      ClauseSignature("base", "PERIOD", .values),
      ClauseSignature("over", "TIME COLUMN", .columns),
      ClauseSignature("within", "KEY, …", .columns),
      ClauseSignature("filled", "true", .values),
    ],
    UnitDocumentation(
      "index MEASURE, … base PERIOD over TIME within KEY, … filled true",
      "Adds each measure with its value in a named period as 100.",
      details: [
        "The new columns are called `MEASURE_index`. A series without that period is "
          + "`missing: base_missing`: no other period takes its place.",
        "Without measures all of them are taken.",
        "Cells that `fill` made are no figures: they are passed over, unless with `filled true`.",
      ],
      examples: ["population | sum inhabitants by province, year | index inhabitants base 2020"])
  ) { call, planner in
    let schema = call.schema
    let named = planner.columns(call.items, in: schema)
    let measures =
      call.items.isEmpty
      ? schema.fields.indices.filter {
        schema.fields[$0].role == .measure && schema.fields[$0].type.isNumeric
      } : named
    let within = call.clause("within").map { planner.columns($0, in: schema) }
    guard YearOverYear.areMeasures(measures, call, &planner),
      let axis = YearOverYear.axis(call, &planner),
      let base = IndexBase.period(call, axis, &planner),
      let series = planner.comparisonSeries(
        within, in: schema, call.input.fixed, at: call.stage.range)
    else { return nil }
    if call.input.timeFiltered { planner.note(.priorFilteredOut(call.verb.name)) }
    return IndexBase.plan(
      call, measures, series: series.filter { $0 != axis }, axis: axis, base: base, &planner)
  }
}

/// Building the plan of `index`.
enum IndexBase {
  /// The period after `base`; reports one that the axis cannot have.
  static func period(_ call: VerbCall, _ axis: Int, _ planner: inout Planner) -> Period? {
    guard let items = call.clause("base") else {
      planner.report(
        "missing-item", "`index` needs a base period", at: call.stage.verb.range,
        label: "as in `base 2015`")
      return nil
    }
    guard let item = planner.single(items, of: call, "period after `base`"),
      let typed = planner.constant(item.value)
    else { return nil }
    guard let period = typed.literal?.asPeriod else {
      planner.report(
        "wrong-type", "a period is expected", at: item.range, label: "as in `base 2015`")
      return nil
    }
    return planner.isOfAxis(period, call.schema.fields[axis], at: item.range) ? period : nil
  }

  static func plan(
    _ call: VerbCall, _ measures: [Int], series: [Int], axis: Int, base: Period,
    _ planner: inout Planner
  ) -> LogicalPlan? {
    let schema = call.schema
    var scope = Scope(call.input)
    var columns = schema.fields.enumerated().map { index, field in
      (field: field, expr: TypedExpr(.column(index), field.type, meaning: ColumnMeaning(field)))
    }
    for index in measures {
      let source = schema.fields[index]
      let name = "\(source.name)_index"
      guard schema.index(of: name) == nil else {
        planner.report(
          "name-twice", "the table has a column `\(name)` already", at: call.stage.range,
          label: "rename or drop it first")
        return nil
      }
      guard let argument = YearOverYear.measured(index, call, &planner) else { return nil }
      let expr = planner.add(
        .index, argument, series: series, axis: axis, step: .at(base), to: &scope)
      var field = Field.computed(name, expr.type, expr.meaning)
      field.label = source.label.map { "\($0), index" }
      columns.append((field, expr))
    }
    return call.input.extended(with: scope).projected(columns)
  }
}
