import Columnar
import Planning

/// A step that looks at one row at a time.
enum Stage: Sendable {
  /// Keeps the rows for which a condition holds.
  case filter(TypedExpr)
  /// Computes columns.
  case project([TypedExpr])

  /// The step made ready for batches like `template`, which has no rows.
  func compiled(for template: Batch) -> CompiledStage {
    switch self {
    case .filter(let condition): .filter(CompiledCondition(condition, for: template))
    case .project(let columns):
      .project(columns.map { CompiledColumn($0, for: template) })
    }
  }
}

/// A step that is ready to run on any thread.
enum CompiledStage: Sendable {
  case filter(CompiledCondition)
  case project([CompiledColumn])

  /// The rows after the step, and for how many a missing value decided. Throws
  /// ``EvaluationFault``.
  func apply(_ batch: Batch) throws -> (rows: Batch, undecided: Int) {
    switch self {
    case .project(let columns):
      return (Batch(columns: try columns.map { try $0.column(batch) }, count: batch.count), 0)
    case .filter(let condition):
      let outcomes = try condition.outcomes(batch)
      let (kept, undecided) = Self.kept(outcomes)
      if kept.count == batch.count { return (batch, undecided) }
      return (
        Batch(columns: batch.columns.map { $0.gather(kept) }, count: kept.count), undecided
      )
    }
  }

  /// The rows that hold, in order, and how many a missing value decided.
  private static func kept(_ outcomes: [UInt8]) -> (rows: [Int], undecided: Int) {
    var undecided = 0
    let rows = [Int](unsafeUninitializedCapacity: outcomes.count) { room, filled in
      var count = 0
      outcomes.withUnsafeBufferPointer { outcomes in
        for row in 0..<outcomes.count {
          let outcome = unsafe outcomes[row]
          // Written each time and passed only when it holds: no branch to predict.
          unsafe room[count] = row
          count &+= Int(outcome & CompiledCondition.holds)
          undecided &+= Int(outcome >> 1)
        }
      }
      filled = count
    }
    return (rows, undecided)
  }
}
