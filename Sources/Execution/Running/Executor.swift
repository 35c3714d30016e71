package import Columnar
package import Planning

/// Runs plans.
package enum Executor {
  /// All rows of a plan. Throws a fault in data or in computing.
  package static func table(of plan: LogicalPlan, in context: ExecutionContext) throws -> Table {
    let root = OperatorBuilder(context: context).build(plan)
    var batches: [Batch] = []
    while let batch = try root.next() {
      try context.checkCancellation()
      batches.append(batch)
    }
    return Table(
      schema: plan.schema, columns: Materialised.columns(batches, schema: plan.schema),
      count: batches.reduce(0) { $0 + $1.count })
  }

  /// The value of an expression without columns. Throws a fault in computing.
  package static func value(of expr: TypedExpr) throws -> Value {
    do {
      let column = try ExprEvaluator.evaluate(expr, Batch(columns: [], count: 1))
      return column.value(at: 0)
    } catch let fault as EvaluationFault {
      throw fault.ofOneValue
    }
  }

  /// The operators of a plan as a tree of lines.
  package static func description(of plan: LogicalPlan) -> String {
    OperatorBuilder(context: ExecutionContext()).build(plan).lines(indent: 0)
      .joined(separator: "\n")
  }
}
