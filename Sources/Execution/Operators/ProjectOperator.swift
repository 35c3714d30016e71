import Columnar
import Planning

/// Computes columns of rows.
final class ProjectOperator: Operator {
  let schema: Schema
  private let input: any Operator
  private let columns: [TypedExpr]
  private var rows = RowCounter()

  init(_ input: any Operator, _ columns: [TypedExpr], schema: Schema) {
    self.input = input
    self.columns = columns
    self.schema = schema
  }

  var inputs: [any Operator] { [input] }
  var summary: String { "Project \(schema.names.joined(separator: ", "))" }

  func next() throws -> Batch? {
    let next = try rows.next(of: input) { batch in
      try columns.map { try ExprEvaluator.evaluate($0, batch) }
    }
    return next.map { Batch(columns: $0.result, count: $0.batch.count) }
  }
}
