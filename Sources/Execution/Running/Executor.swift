package import Columnar
package import Planning

/// Runs plans.
package enum Executor {
  /// All rows of a plan. Throws a fault in data or in computing.
  package static func table(of plan: LogicalPlan, in context: ExecutionContext) throws -> Table {
    let rows = try OperatorBuilder(context: context).build(plan).all(in: context)
    return Table(schema: plan.schema, columns: rows.columns, count: rows.count)
  }

  /// Runs a plan for its measurements: the operators as a tree of lines, with the rows each gave
  /// and the milliseconds it took. The context has to measure. Throws as ``table(of:in:)`` does.
  package static func measurements(of plan: LogicalPlan, in context: ExecutionContext) throws
    -> String
  {
    let operators = OperatorBuilder(context: context).build(plan)
    _ = try operators.all(in: context)
    return operators.lines(indent: 0).measuredText
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

  /// The column of an expression without columns, in a table of one row; nil when computing it is
  /// a fault.
  @Sendable package static func column(of expr: TypedExpr) -> Column? {
    try? ExprEvaluator.evaluate(expr, Batch(columns: [], count: 1))
  }

  /// The operators of a plan as a tree of lines.
  package static func description(of plan: LogicalPlan, in context: ExecutionContext) -> String {
    OperatorBuilder(context: context).build(plan).lines(indent: 0).text
  }
}
