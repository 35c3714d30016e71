import Columnar
import Planning
import SourceText

/// Adds columns computed from other rows of the same series.
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
    let all = try Materialised.all(of: input, in: context)
    var bases: [BaseKey: BaseRows] = [:]
    var columns = all.columns
    var crossed: [String] = []
    for call in calls {
      try context.checkCancellation()
      let key = BaseKey(series: call.series, axis: call.axis, step: call.step)
      let base = try bases[key] ?? BaseRows(all, input.schema, key)
      bases[key] = base
      for text in base.crossed where !crossed.contains(text) { crossed.append(text) }
      columns.append(
        // A time function of a time function reads the column that was added for the inner one.
        try RowCounter.run(Batch(columns: columns, count: all.count), input.schema) { batch in
          try call.function.evaluate(
            WindowFrame(
              argument: try ExprEvaluator.evaluate(call.argument, batch), base: base.rows,
              reason: base.reasons, kind: call.argument.meaning.measure?.kind ?? .undeclared))
        })
    }
    if !crossed.isEmpty { context.note(BaseRows.note(crossed)) }
    return Batch(columns: columns, count: all.count)
  }
}

/// What decides where bases are: calls that share it share the work.
struct BaseKey: Hashable {
  let series: [Int]
  let axis: Int
  let step: WindowCall.Step
}
