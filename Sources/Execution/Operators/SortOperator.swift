import Columnar
import Planning

/// Orders all rows, or finds the first of them; stable, missing values last in either direction.
final class SortOperator: Operator {
  private let input: any Operator
  private let keys: [SortKey]
  /// How many rows in front are wanted; nil for all.
  private let take: Int?
  private let context: ExecutionContext
  private var isDone = false

  init(_ input: any Operator, _ keys: [SortKey], take: Int? = nil, context: ExecutionContext) {
    self.input = input
    self.keys = keys
    self.take = take
    self.context = context
  }

  var schema: Schema { input.schema }
  var inputs: [any Operator] { [input] }
  var summary: String { take.map { "Sort, first \($0)" } ?? "Sort" }

  func next() throws -> Batch? {
    guard !isDone else { return nil }
    isDone = true
    let order = KeyOrder(keys: keys, take: take)
    let first = try order.narrowing(context).flatMap { try input.parts(in: context, $0) }
    let parts = try first ?? input.parts(in: context)
    context.tell("sort")
    let all =
      try order.candidates(parts, schema, context)
      ?? Materialised.joined(parts, schema, threads: context.threads)
    let columns = try RowCounter.run(all, schema) { batch in
      try keys.map { try ExprEvaluator.evaluate($0.expr, batch) }
    }
    let rows = try order.rows(columns, count: all.count, context)
    let sorted = try all.columns.map { column in
      try context.checkCancellation()
      return column.gather(rows)
    }
    return Batch(columns: sorted, count: rows.count)
  }
}
