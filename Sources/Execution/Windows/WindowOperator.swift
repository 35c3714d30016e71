import Columnar
import Planning

/// Adds columns computed from other rows of the same series or group.
final class WindowOperator: Operator {
  let schema: Schema
  private let input: any Operator
  private let calls: [WindowCall]
  private let context: ExecutionContext
  private var isDone = false

  init(_ input: any Operator, _ calls: [WindowCall], schema: Schema, context: ExecutionContext) {
    self.input = input
    self.calls = calls
    self.schema = schema
    self.context = context
  }

  var inputs: [any Operator] { [input] }
  var summary: String {
    "Window \(calls.map { $0.function.name }.joined(separator: ", "))"
  }

  func next() throws -> Batch? {
    guard !isDone else { return nil }
    isDone = true
    let all = try input.all(in: context)
    var rows = WindowRows(all, input.schema, threads: context.threads)
    var columns = all.columns
    for call in calls {
      try context.checkCancellation()
      context.tell(call.function.name)
      // A function of a function reads the column that was added for the inner one.
      columns.append(
        try RowCounter.run(Batch(columns: columns, count: all.count), input.schema) { batch in
          try call.function.evaluate(try rows.frame(of: call, batch))
        })
    }
    if !rows.crossed.isEmpty { context.note(BaseRows.note(rows.crossed)) }
    return Batch(columns: columns, count: all.count)
  }
}

/// What decides where bases are: calls that share it share the work.
struct BaseKey: Hashable {
  let series: [Int]
  let axis: Int
  let step: WindowCall.Step
}
