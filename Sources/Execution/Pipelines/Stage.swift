import Columnar
import Planning

/// A step that looks at one row at a time.
enum Stage: Sendable {
  /// Keeps the rows for which a condition holds; of their columns those at some positions, or all.
  case filter(TypedExpr, keeping: [Int]?)
  /// Computes columns.
  case project([TypedExpr])

  /// The step made ready for batches like `template`, which has no rows, of `rows` at most.
  func compiled(for template: Batch, rows: Int, isWhole: Bool, _ context: ExecutionContext)
    -> CompiledStage
  {
    switch self {
    case .filter(let condition, let kept):
      .filter(
        CompiledCondition(condition, for: template, rows: isWhole ? rows : 0, context),
        keeping: kept)
    case .project(let columns):
      .project(
        columns.enumerated().map { place, expr in
          // What two columns have in common is computed once.
          let same = columns[..<place].firstIndex { $0.isSame(as: expr) }
          return same.map { .same(as: $0) }
            ?? .computed(CompiledColumn(expr, for: template, rows: rows))
        })
    }
  }
}

/// A step that is ready to run on any thread.
enum CompiledStage: Sendable {
  case filter(CompiledCondition, keeping: [Int]?)
  case project([Projected])

  /// A column of the result: computed, or the same as an earlier one of the result.
  enum Projected: Sendable {
    case computed(CompiledColumn)
    case same(as: Int)
  }

  /// Whether as many rows come out as go in.
  var keepsRows: Bool {
    if case .project = self { return true }
    return false
  }

  /// The rows after the step, and for how many a missing value decided. Throws
  /// ``EvaluationFault``.
  func apply(_ batch: Batch) throws -> (rows: Batch, undecided: Int) {
    switch self {
    case .project(let columns):
      var done: [Column] = []
      done.reserveCapacity(columns.count)
      for column in columns {
        switch column {
        case .computed(let column): done.append(try column.column(batch))
        case .same(let place): done.append(done[place])
        }
      }
      return (Batch(columns: done, count: batch.count), 0)
    case .filter(let condition, let positions):
      let (kept, undecided) = try condition.outcomes(batch).kept(of: batch.count)
      let columns = positions.map { $0.map { batch.columns[$0] } } ?? batch.columns
      return (Batch(columns: columns.map { $0.gather(kept) }, count: kept.count), undecided)
    }
  }
}
