import Columnar
import Planning

/// The right table of a join: read once, when it is needed first. What it says, or the fault it has,
/// is told when its turn comes, after all of the left table.
final class OtherTable: Operator {
  private let source: any Operator
  private let context: ExecutionContext
  private var outcome: Result<(rows: Batch, notes: [Note]), any Error>?
  private var isGiven = false

  init(_ source: any Operator, context: ExecutionContext) {
    self.source = source
    self.context = context
  }

  var schema: Schema { source.schema }
  var summary: String { source.summary }
  var inputs: [any Operator] { [source] }

  func lines(indent: Int) -> [OperatorLine] { source.lines(indent: indent) }

  /// Its rows, and what is to be said of them. Throws a fault in reading it, each time.
  func read() throws -> (rows: Batch, notes: [Note]) {
    if let outcome { return try outcome.get() }
    let found = Result {
      let (rows, notes) = try context.keepingNotes { try source.all(in: context) }
      return (rows: rows, notes: notes)
    }
    outcome = found
    return try found.get()
  }

  func next() throws -> Batch? {
    guard !isGiven else { return nil }
    isGiven = true
    let (rows, notes) = try read()
    notes.forEach(context.note)
    return rows
  }
}
