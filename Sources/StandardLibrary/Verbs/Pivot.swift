import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Values of a column become columns.
  static let pivot = Verb(
    "pivot", items: .columns, clauses: [ClauseSignature("by", "COLUMN", .columns)],
    UnitDocumentation(
      "pivot MEASURE by COLUMN",
      "Makes a column of each value of a column, with one row for the keys that remain.",
      details: [
        "The new columns are in the order of the values and named by their text or label; they "
          + "keep unit and kind. A cell without a row is `missing: no_row`.",
        "Two rows for one cell are an error that names them. Other measures and notes are left "
          + "out.",
      ],
      examples: [
        "population | sum inhabitants by province, year | pivot inhabitants by year | take 3",
        "population | where year >= 2022 | sum inhabitants by year, province "
          + "| where province in [\"Utrecht\", \"Zeeland\"] | pivot inhabitants by province",
      ])
  ) { call, planner in
    guard let item = planner.single(call.items, of: call, "measure") else { return nil }
    guard let value = planner.column(item.value, in: call.schema) else { return nil }
    guard let clause = call.clause("by") else {
      planner.report(
        "missing-item", "it is not said whose values become columns", at: call.stage.range,
        label: "add `by COLUMN`")
      return nil
    }
    guard let by = planner.single(clause, of: call, "column after `by`"),
      let column = planner.column(by.value, in: call.schema)
    else { return nil }
    guard column != value else {
      planner.report("column-twice", "a column cannot be pivoted by itself", at: by.range)
      return nil
    }
    let keys = PivotHeads.keys(call.schema, value: value, by: column)
    let used = PivotRows.used(keys: keys, value: value, by: column)
    // What names the columns, and all that is worked on after that: the rows are found once.
    let needs = PivotHeads.columns(call.schema, value: value, by: column)
    let read = KeptColumns(Set(used.positions + needs))
    guard let found = planner.rows(of: call.input.keeping(read.positions), for: call) else {
      return nil
    }
    let heads = PivotHeads(
      found.table, by: read.place(of: column), value: call.schema.fields[value])
    guard heads.areSound(keys.map { call.schema.fields[$0].name }, call, &planner) else {
      return nil
    }
    let others = call.schema.fields.indices.filter {
      call.schema.fields[$0].role == .measure && $0 != value && $0 != column
    }
    if !others.isEmpty { planner.note(heads.leftOut(others.map { call.schema.fields[$0].name })) }
    var schema = call.input.keeping(keys).schema
    schema.fields += heads.fields
    let rows = PivotRows(
      keys: keys, value: value, by: column, values: heads.values, file: planner.file,
      range: call.stage.range, found: RowsAtHand(found.keeping(used.positions.map(read.place))))
    return LogicalPlan(
      .transform(call.input, rows), schema: schema,
      fixed: call.input.fixed.intersection(keys.map { call.schema.fields[$0].name }),
      timeFiltered: call.input.timeFiltered)
  }
}
