import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// One row for each combination of values.
  static let distinct = Verb(
    "distinct", items: .columns,
    UnitDocumentation(
      "distinct COLUMN, …",
      "Keeps one row for each combination of the named columns, sorted, and only those columns.",
      details: ["Without columns it is one row for each different row."],
      examples: ["municipalities | distinct province"])
  ) { call, planner in
    var columns = planner.columns(call.items, in: call.schema)
    if call.items.isEmpty { columns = Array(call.schema.fields.indices) }
    guard !columns.isEmpty else { return nil }
    let kept = call.input.keeping(columns)
    return LogicalPlan(
      .aggregate(call.input, Grouping(keys: columns, calls: [])), schema: kept.schema,
      fixed: kept.fixed, timeFiltered: call.input.timeFiltered)
  }
}
