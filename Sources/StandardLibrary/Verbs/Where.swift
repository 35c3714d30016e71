import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Keeps the rows for which a condition holds.
  static let `where` = Verb(
    "where", items: .expressions,
    UnitDocumentation(
      "where CONDITION", "Keeps the rows for which a condition holds.",
      details: [
        "A comparison with a missing side is false, and `!=` is its exact opposite, so "
          + "`where C` and `where not (C)` part a table without losing a row.",
        "A note counts the rows that a missing value decided.",
      ],
      examples: [
        #"population | where municipality = "Purmerend""#,
        "indicators | where edition = 2020 and value is missing",
      ])
  ) { call, planner in
    guard let item = planner.single(call.items, of: call, "condition") else { return nil }
    var scope = Scope(call.input)
    guard let condition = planner.condition(item.value, &scope) else { return nil }
    let extended = call.input.extended(with: scope)
    var plan = LogicalPlan(
      .filter(extended, condition), schema: extended.schema, fixed: call.input.fixed,
      timeFiltered: call.input.timeFiltered)
    plan.fixed.formUnion(FixedColumns.names(in: condition, call.schema))
    if let time = call.schema.fields.firstIndex(where: { $0.role == .time }),
      condition.reads(time)
    {
      plan.timeFiltered = true
    }
    return plan.restricted(to: call.schema)
  }
}

/// Columns that a condition leaves one value.
enum FixedColumns {
  /// Names of columns that the condition compares with one literal, in all its parts joined by
  /// `and`.
  static func names(in condition: TypedExpr, _ schema: Schema) -> [String] {
    switch condition.node {
    case .and(let left, let right): return names(in: left, schema) + names(in: right, schema)
    case .compare(.equal, let left, let right):
      let column = left.column ?? right.column
      let isLiteral = left.literal != nil || right.literal != nil
      guard let column, isLiteral, column < schema.fields.count else { return [] }
      return [schema.fields[column].name]
    case .isIn(let inner, let values):
      guard values.count == 1, let column = inner.column, column < schema.fields.count else {
        return []
      }
      return [schema.fields[column].name]
    default: return []
    }
  }
}
