import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Compares measures with a year earlier.
  static let yoy = Verb(
    "yoy", items: .columns,
    clauses: [
      ClauseSignature("vs", "PERIOD", .values),
      ClauseSignature("span", "YEARS", .values),
      ClauseSignature("over", "TIME COLUMN", .columns),
      ClauseSignature("within", "KEY, …", .columns),
      ClauseSignature("filled", "true", .values),
    ],
    UnitDocumentation(
      "yoy MEASURE, … vs PERIOD span YEARS over TIME within KEY, … filled true",
      "Adds each measure's value of a year earlier, the change and the growth in percent.",
      details: [
        "The period a year earlier is addressed, not the row before: a gap gives "
          + "`missing: no_prior_period`, an unknown base `base_missing`, a base of zero "
          + "`base_zero`, a redivision between the two years `not_comparable`.",
        "Growth is (x − p) / p × 100. A percentage changes in percentage points; its growth is "
          + "`not_applicable` and must be asked for with `growth(x)`.",
        "Of a mixed measure the growth of a percentage is `not_applicable`, that of a running "
          + "total the growth of its flow.",
        "A variant (realised, planned) is a series of its own. Notes count the comparisons with a "
          + "provisional figure, and those whose margins overlap.",
        "Without measures all of them are compared.",
        "Cells that `fill` made are no figures: they are not compared, unless with `filled true`.",
      ],
      examples: [
        #"population | where municipality = "Purmerend" | yoy inhabitants"#,
        "population | sum inhabitants by province, year | yoy",
      ])
  ) { call, planner in
    let schema = call.schema
    let named = planner.columns(call.items, in: schema)
    let measures =
      call.items.isEmpty
      ? schema.fields.indices.filter {
        schema.fields[$0].role == .measure && schema.fields[$0].type.isNumeric
      } : named
    guard YearOverYear.areMeasures(measures, call, &planner),
      let axis = YearOverYear.axis(call, &planner),
      let step = YearOverYear.step(call, axis, &planner)
    else { return nil }
    let given = call.clause("within").map { planner.columns($0, in: schema) }
    guard
      let series = planner.comparisonSeries(
        given, in: schema, call.input.fixed.union([schema.fields[axis].name]),
        at: call.stage.range)
    else { return nil }
    if call.input.timeFiltered { planner.note(.priorFilteredOut(call.verb.name)) }
    return YearOverYear.plan(
      call, measures, series: series.filter { $0 != axis }, axis: axis, step: step, &planner)
  }
}

/// Building the plan of `yoy`.
enum YearOverYear {
  /// Whether there is something to compare, all of it numbers.
  static func areMeasures(_ measures: [Int], _ call: VerbCall, _ planner: inout Planner) -> Bool {
    guard !measures.isEmpty else {
      if call.items.isEmpty, !planner.isUncertain {
        planner.report("no-measures", "the table has no measure to compare", at: call.stage.range)
      }
      return false
    }
    for index in measures where !call.schema.fields[index].type.isNumeric {
      let field = call.schema.fields[index]
      planner.report(
        "wrong-type",
        "`\(call.verb.name)` compares numbers, `\(field.name)` is \(field.type.phrase)",
        at: call.stage.range)
      return false
    }
    return true
  }

  static func axis(_ call: VerbCall, _ planner: inout Planner) -> Int? {
    guard let items = call.clause("over") else {
      return planner.timeAxis(in: call.schema, takesOver: true, at: call.stage.range)
    }
    guard let item = planner.single(items, of: call, "time column after `over`"),
      let index = planner.column(item.value, in: call.schema)
    else { return nil }
    let type = call.schema.fields[index].type
    guard type == .integer || type == .date || type == .period else {
      planner.report(
        "wrong-type", "a time axis needs years, dates or periods", at: item.range,
        label: "this is \(type.phrase)")
      return nil
    }
    return index
  }

  /// How far back the base lies, or which period it is; reports a period the axis cannot have.
  static func step(_ call: VerbCall, _ axis: Int, _ planner: inout Planner) -> WindowCall.Step? {
    if let items = call.clause("vs") {
      if let range = call.clauseRange("span") {
        planner.report("vs-and-span", "`vs` and `span` exclude each other", at: range)
        return nil
      }
      guard let item = planner.single(items, of: call, "period after `vs`"),
        let typed = planner.constant(item.value)
      else { return nil }
      guard let period = typed.literal?.asPeriod else {
        planner.report(
          "wrong-type", "a period is expected", at: item.range, label: "as in `vs 2019`")
        return nil
      }
      return planner.isOfAxis(period, call.schema.fields[axis], at: item.range)
        ? .at(period) : nil
    }
    guard let items = call.clause("span") else { return .years(1) }
    guard let item = planner.single(items, of: call, "number of years after `span`") else {
      return nil
    }
    return planner.wholeNumber(item, "the number of years", atLeast: 1).map { .years($0) }
  }

  /// The columns that are added for each measure, and how they are computed.
  private static let added: [(suffix: String, window: WindowFunction, dutch: String)] = [
    ("prior", .prior, "eerder"), ("change", .change, "verandering"), ("growth", .growth, "groei"),
  ]

  /// The measure with the cells that `fill` made missing again, unless they are asked for.
  static func measured(_ index: Int, _ call: VerbCall, _ planner: inout Planner) -> TypedExpr? {
    let source = call.schema.fields[index]
    let column = TypedExpr(.column(index), source.type, meaning: ColumnMeaning(source))
    guard let isAsked = asksForFilled(call, &planner) else { return nil }
    return isAsked ? column : planner.withoutFilled(column, in: call.schema, asked: "filled true")
  }

  /// Whether filled cells are asked for; nil after a report.
  static func asksForFilled(_ call: VerbCall, _ planner: inout Planner) -> Bool? {
    guard let items = call.clause("filled") else { return false }
    guard let item = planner.single(items, of: call, "`true` or `false` after `filled`"),
      let typed = planner.constant(item.value)
    else { return nil }
    guard case .boolean(let isAsked)? = typed.literal else {
      planner.report("wrong-type", "`filled` is followed by `true` or `false`", at: item.range)
      return nil
    }
    return isAsked
  }

  /// Growth of a measure whose kind differs by row, without that of its percentages.
  private static func percentagesLeftOut(
    _ suffix: String, _ source: Field, _ schema: Schema, _ growth: TypedExpr
  ) -> TypedExpr {
    guard suffix == "growth", source.measure?.kind == .mixed,
      let kind = source.measure?.kindColumn.flatMap(schema.index), schema.fields[kind].type == .text
    else { return growth }
    let isPercentage = TypedExpr(
      .compare(
        .equal, TypedExpr(.column(kind), .text), TypedExpr(.literal(.text("percentage")), .text)),
      .boolean)
    let none = TypedExpr(.literal(.missing(.notApplicable)), growth.type)
    return TypedExpr(
      .conditional(isPercentage, none, growth), growth.type, meaning: growth.meaning)
  }

  static func plan(
    _ call: VerbCall, _ measures: [Int], series: [Int], axis: Int, step: WindowCall.Step,
    _ planner: inout Planner
  ) -> LogicalPlan? {
    let schema = call.schema
    var scope = Scope(call.input)
    var columns = schema.fields.enumerated().map { index, field in
      (field: field, expr: TypedExpr(.column(index), field.type, meaning: ColumnMeaning(field)))
    }
    var notes = ComparisonNotes(call, series: series, axis: axis, step: step)
    for index in measures {
      let source = schema.fields[index]
      guard let argument = measured(index, call, &planner) else { return nil }
      for (suffix, window, dutch) in added {
        let name = "\(source.name)_\(suffix)"
        if schema.index(of: name) != nil {
          planner.report(
            "name-twice", "the table has a column `\(name)` already", at: call.stage.range,
            label: "rename or drop it first")
          return nil
        }
        let expr =
          suffix == "growth" && source.measure?.kind == .percentage
          ? TypedExpr(
            .literal(.missing(.notApplicable)), .number,
            meaning: planner.add(
              window, argument, series: series, axis: axis, step: step, to: &scope
            ).meaning)
          : percentagesLeftOut(
            suffix, source, schema,
            planner.add(window, argument, series: series, axis: axis, step: step, to: &scope))
        if suffix == "change", let position = expr.column {
          notes.add(source, change: position, &scope, planner)
        }
        var field = Field.computed(name, expr.type, expr.meaning)
        field.label = source.label.map { "\($0), \(dutch)" }
        columns.append((field, expr))
      }
    }
    return notes.observing(call.input.extended(with: scope)).projected(columns)
  }
}
