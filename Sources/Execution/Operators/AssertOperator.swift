import Columnar
import Planning
import SourceText

/// Checks a condition over all rows, together or each of them, and passes them on.
final class AssertOperator: Operator {
  private let input: any Operator
  private let assertion: Assertion
  private let context: ExecutionContext
  private var isDone = false

  init(_ input: any Operator, _ assertion: Assertion, context: ExecutionContext) {
    self.input = input
    self.assertion = assertion
    self.context = context
  }

  var schema: Schema { input.schema }
  var inputs: [any Operator] { [input] }
  var summary: String { "Assert" }

  func next() throws -> Batch? {
    guard !isDone else { return nil }
    isDone = true
    let all = try input.all(in: context)
    if assertion.isOfRows {
      let truth = try RowCounter.run(all, schema) {
        try ExprEvaluator.truth(assertion.condition, $0)
      }
      if let row = truth.values.firstIndex(of: false) {
        let count = truth.values.count { !$0 }
        throw failure(
          label: "this does not hold in row \(row + 1)"
            + (count > 1 ? ", nor in \(count - 1) more" : ""),
          notes: [RowCounter.shown(row, all, schema)])
      }
    } else if try !holds(all) {
      throw failure(label: "this does not hold", notes: [])
    }
    return all
  }

  private func failure(label: String, notes: [String]) -> Diagnostic {
    Diagnostic(
      .error, phase: .assertion, code: "assertion-failed", assertion.message,
      file: assertion.file, range: assertion.range, label: label, notes: notes)
  }

  private func holds(_ all: Batch) throws -> Bool {
    let arguments = try RowCounter.run(all, schema) { batch in
      try assertion.calls.map { try $0.arguments.map { try ExprEvaluator.evaluate($0, batch) } }
    }
    let groups = [UInt32](repeating: 0, count: all.count)
    do {
      let results = try zip(assertion.calls, arguments).map { call, columns in
        var state = call.aggregate.makeState(call.arguments.map(\.type))
        state.update(columns, groups: groups, count: 1)
        return try state.result(count: 1)
      }
      let row = Batch(columns: results, count: 1)
      return try ExprEvaluator.truth(assertion.condition, row).values[0]
    } catch let fault as EvaluationFault {
      throw fault.ofOneValue
    }
  }
}
