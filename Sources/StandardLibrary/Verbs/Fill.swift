import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Gives gaps in series a value.
  static let fill = Verb(
    "fill", items: .columns, form: .colon,
    clauses: [
      ClauseSignature("max", "PERIODS", .values),
      ClauseSignature("over", "TIME COLUMN", .columns),
      ClauseSignature("within", "KEY, …", .columns),
    ],
    UnitDocumentation(
      "fill COLUMN: METHOD, … max PERIODS over TIME within KEY, …",
      "Gives missing cells between two known periods of a series a value.",
      details: [
        "Methods: `linear` (a straight line over time), `previous`, `next`, or a value such as "
          + "`fill clients: 0`. Nothing is filled before the first or after the last known value.",
        "A gap longer than `max` periods stays, and so does one with a break in it. Suppressed "
          + "and not applicable cells are never filled, nor periods without a row: `complete` "
          + "adds those.",
        "Filled cells are marked in a column `<column>_filled`. What compares periods passes them "
          + "over: verbs unless `filled true`, functions unless `filled: true` is written.",
      ],
      examples: [
        "population | where municipality = \"Zeist\" "
          + "| derive inhabitants = if year = 2021 then missing else inhabitants "
          + "| fill inhabitants: linear max 1"
      ])
  ) { call, planner in
    guard !call.items.isEmpty else {
      _ = planner.single([], of: call, "an item `column: method`")
      return nil
    }
    let axis = YearOverYear.axis(call, &planner)
    guard let axis, let limit = planner.wholeNumber(after: "max", of: call, atLeast: 1) else {
      return nil
    }
    let given = call.clause("within").map { planner.columns($0, in: call.schema) }
    guard
      let series = planner.comparisonSeries(
        given, in: call.schema, call.input.fixed, at: call.stage.range)
    else { return nil }
    var schema = call.schema
    var gaps: [FillRows.Gap] = []
    for item in call.items {
      guard let gap = Filling.gap(item, &schema, call, &planner) else { return nil }
      gaps.append(gap)
    }
    return LogicalPlan(
      .transform(
        call.input,
        FillRows(
          gaps: gaps, series: series.filter { $0 != axis }, axis: axis, limit: limit,
          file: planner.file, range: call.stage.range)),
      schema: schema, fixed: call.input.fixed.subtracting(gaps.map(\.name)),
      timeFiltered: call.input.timeFiltered)
  }
}

/// Reading the items of `fill`.
enum Filling {
  /// What to do with a column; its field and its mark go into the schema.
  static func gap(
    _ item: Item, _ schema: inout Schema, _ call: VerbCall, _ planner: inout Planner
  ) -> FillRows.Gap? {
    guard let name = item.name else {
      planner.report(
        "expected-definition", "`fill` needs a column and a method", at: item.range,
        label: "write `column: linear`")
      return nil
    }
    guard let index = planner.column(name, in: call.schema) else { return nil }
    let field = call.schema.fields[index]
    guard !Derivation.isAxis(field.role) else {
      planner.report(
        "fills-key", "`\(name.text)` is the \(field.role.name) of the table", at: name.range,
        label: "only values along the time can be filled")
      return nil
    }
    guard let method = method(item, field, &planner) else { return nil }
    if case .linear = method { schema.fields[index].type = .number }
    if case .value(.number) = method { schema.fields[index].type = .number }
    if case .value = method { schema.fields[index].domain = nil }
    let mark = FilledCells.mark(of: name.text)
    var place = FilledCells.mark(of: name.text, in: schema)
    if place == nil {
      guard AddedColumns.isFree(mark, schema, call, &planner) else { return nil }
      var added = Field(mark, .boolean)
      added.label = field.label.map { "\($0), ingevuld" }
      place = schema.fields.count
      schema.fields.append(added)
    }
    return FillRows.Gap(
      name: name.text, column: index, mark: place ?? schema.fields.count,
      type: schema.fields[index].type, method: method)
  }

  private static func method(_ item: Item, _ field: Field, _ planner: inout Planner)
    -> FillRows.Method?
  {
    if case .name(let word) = item.value {
      switch word.text {
      case "linear":
        guard field.type.isNumeric else {
          planner.report(
            "wrong-type", "a straight line needs numbers, `\(field.name)` is \(field.type.phrase)",
            at: item.range, label: "use `previous` or `next`")
          return nil
        }
        return .linear
      case "previous": return .previous
      case "next": return .next
      default:
        let words = ["linear", "previous", "next"]
        planner.report(
          "unknown-word", "no method `\(word.text)`", at: word.range,
          label: planner.suggestion(word.text, among: words),
          notes: ["methods: " + words.joined(separator: ", ") + ", or a value such as `0`"])
        return nil
      }
    }
    guard let typed = planner.constant(item.value), let value = typed.literal else { return nil }
    if case .missing = value {
      planner.report("wrong-value", "a cell is filled with a known value", at: item.range)
      return nil
    }
    guard typed.type == field.type || (typed.type.isNumeric && field.type.isNumeric) else {
      planner.report(
        "wrong-type", "`\(field.name)` is \(field.type.phrase), this is \(typed.type.phrase)",
        at: item.range)
      return nil
    }
    return .value(planner.widened(typed, to: field.type).literal ?? value)
  }
}
