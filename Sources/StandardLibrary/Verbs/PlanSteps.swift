import Columnar
package import Planning

extension LogicalPlan {
  /// The plan with the time functions of a scope computed as further columns.
  func extended(with scope: Scope) -> LogicalPlan {
    guard !scope.windows.isEmpty else { return self }
    var schema = schema
    schema.fields += scope.windowFields
    return LogicalPlan(
      .window(self, scope.windows), schema: schema, fixed: fixed, timeFiltered: timeFiltered)
  }

  /// The plan with only the first columns, those of a schema.
  func restricted(to schema: Schema) -> LogicalPlan {
    guard self.schema.fields.count > schema.fields.count else { return self }
    return projected(
      schema.fields.enumerated().map { index, field in
        (field, TypedExpr(.column(index), field.type, meaning: ColumnMeaning(field)))
      })
  }

  /// The plan with computed columns in place of its own.
  func projected(_ columns: [(field: Field, expr: TypedExpr)]) -> LogicalPlan {
    var schema = schema
    schema.fields = columns.map(\.field)
    let names = Set(schema.names)
    schema.breaks = schema.breaks.filter { names.contains($0.key) }
    schema.totals = schema.totals.filter { names.contains($0.column) }
    schema.provisional = schema.provisional.flatMap { names.contains($0) ? $0 : nil }
    schema.variant = schema.variant.flatMap { names.contains($0) ? $0 : nil }
    return LogicalPlan(
      .project(self, columns.map(\.expr)), schema: schema,
      fixed: fixed.intersection(names), timeFiltered: timeFiltered)
  }

  /// The plan with some of its columns, in a given order.
  package func keeping(_ columns: [Int]) -> LogicalPlan {
    projected(
      columns.map { index in
        let field = schema.fields[index]
        return (field, TypedExpr(.column(index), field.type, meaning: ColumnMeaning(field)))
      })
  }
}
