import Columnar

/// Counts the rows an operator gives and the time it takes.
final class MeasuredOperator: Operator {
  private let step: any Operator
  private var rows = 0
  /// With the time of its inputs.
  private var elapsed = Duration.zero

  init(_ step: any Operator) { self.step = step }

  var schema: Schema { step.schema }
  var summary: String { step.summary }
  var inputs: [any Operator] { step.inputs }
  var hasFilter: Bool { step.hasFilter }

  func next() throws -> Batch? {
    let batch = try measured { try step.next() }
    rows += batch?.count ?? 0
    return batch
  }

  func all(in context: ExecutionContext) throws -> Batch {
    let batch = try measured { try step.all(in: context) }
    rows += batch.count
    return batch
  }

  func parts(in context: ExecutionContext) throws -> [Batch] {
    let parts = try measured { try step.parts(in: context) }
    rows += parts.reduce(0) { $0 + $1.count }
    return parts
  }

  func parts(in context: ExecutionContext, _ narrowing: Narrowing) throws -> [Batch]? {
    let parts = try measured { try step.parts(in: context, narrowing) }
    rows += parts?.reduce(0) { $0 + $1.count } ?? 0
    return parts
  }

  func instead() throws -> Pipeline? { try measured { try step.instead() } }

  private func measured<Result>(_ body: () throws -> Result) rethrows -> Result {
    let started = ContinuousClock.now
    defer { elapsed += ContinuousClock.now - started }
    return try body()
  }

  func lines(indent: Int) -> [OperatorLine] {
    var lines = step.lines(indent: indent)
    guard !lines.isEmpty else { return lines }
    lines[0].rows = rows
    // What is below it was waited for.
    lines[0].time = max(.zero, elapsed - measuredInputs(of: step))
    return lines
  }

  /// The time of the nearest measured operators below a step.
  private func measuredInputs(of step: any Operator) -> Duration {
    step.inputs.reduce(.zero) { sum, input in
      sum + ((input as? MeasuredOperator)?.elapsed ?? measuredInputs(of: input))
    }
  }
}
