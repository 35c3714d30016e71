import Columnar

/// A step that runs: pulls rows from its inputs and gives its own.
protocol Operator: BatchReader {
  /// The columns of the batches it gives.
  var schema: Schema { get }
  /// What it does, in a few words, for `explain`.
  var summary: String { get }
  /// Where its rows come from.
  var inputs: [any Operator] { get }
  /// All its rows at once. Nothing may have been taken before.
  func all(in context: ExecutionContext) throws -> Batch
  /// All its rows in parts, in order: at least one, which may be without rows. Nothing may have
  /// been taken before.
  func parts(in context: ExecutionContext) throws -> [Batch]
  /// The same with rows left out that a later step has no use for; nil for a step that leaves out
  /// none, of which nothing was taken then.
  func parts(in context: ExecutionContext, _ narrowing: Narrowing) throws -> [Batch]?
  /// What gives its rows instead, for a step that finds that it cannot do what it is for; nil for any
  /// other. Asked before rows are taken.
  func instead() throws -> Pipeline?
  /// Whether a filter is among the operators the rows come through.
  var hasFilter: Bool { get }
  /// The operator and what is below it, a line each.
  func lines(indent: Int) -> [OperatorLine]
}

extension Operator {
  var hasFilter: Bool { inputs.contains { $0.hasFilter } }

  func all(in context: ExecutionContext) throws -> Batch {
    var batches: [Batch] = []
    while let batch = try next() {
      try context.checkCancellation()
      batches.append(batch)
    }
    return Batch(
      columns: Materialised.columns(batches, schema: schema),
      count: batches.reduce(0) { $0 + $1.count })
  }

  func parts(in context: ExecutionContext) throws -> [Batch] { [try all(in: context)] }

  func parts(in context: ExecutionContext, _ narrowing: Narrowing) throws -> [Batch]? { nil }

  func instead() throws -> Pipeline? { nil }

  func lines(indent: Int) -> [OperatorLine] {
    [OperatorLine(indent: indent, text: summary)]
      + inputs.flatMap { $0.lines(indent: indent + 1) }
  }
}
