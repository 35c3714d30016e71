import Columnar
import Planning
import QuerySyntax
import SourceText

extension Verb {
  /// Keeps the rows for which a condition holds.
  static let `where` = Verb(
    "where", items: .expressions, keepsColumns: true,
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
    plan.text = planner.file.text(call.stage.range)
    plan.fixed.formUnion(FixedColumns.names(in: condition, call.schema))
    plan.schema.totals.removeAll { FixedColumns.excludes($0, condition, call.schema) }
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

  /// Whether no row for which the condition holds is the total.
  static func excludes(_ total: Schema.Total, _ condition: TypedExpr, _ schema: Schema) -> Bool {
    func names(_ column: Int?) -> Bool {
      column.map { $0 < schema.fields.count && schema.fields[$0].name == total.column } ?? false
    }
    switch condition.node {
    case .and(let left, let right):
      return excludes(total, left, schema) || excludes(total, right, schema)
    case .not(let inner): return includesAll(of: total, inner, schema)
    case .compare(.notEqual, let left, let right):
      return names(left.column ?? right.column)
        && (left.literal ?? right.literal) == .text(total.value)
    case .compare(.equal, let left, let right):
      guard names(left.column ?? right.column), let value = left.literal ?? right.literal else {
        return false
      }
      return value != .text(total.value)
    case .isIn(let inner, let values):
      return names(inner.column) && !values.contains(.text(total.value))
    default: return false
    }
  }

  /// Whether the condition holds for every row that is the total.
  private static func includesAll(
    of total: Schema.Total, _ condition: TypedExpr, _ schema: Schema
  ) -> Bool {
    switch condition.node {
    case .not(let inner): return excludes(total, inner, schema)
    case .compare(.equal, let left, let right):
      return excludes(total, TypedExpr(.compare(.notEqual, left, right), .boolean), schema)
    case .isIn(let inner, let values):
      guard let column = inner.column, column < schema.fields.count else { return false }
      return schema.fields[column].name == total.column && values.contains(.text(total.value))
    default: return false
    }
  }
}
