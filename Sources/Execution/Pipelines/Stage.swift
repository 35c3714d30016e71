import Columnar
import Planning

/// A step that looks at one row at a time.
enum Stage {
  /// Keeps the rows for which a condition holds; of their columns those at some positions, or all.
  case filter(TypedExpr, keeping: [Int]?)
  /// Computes columns.
  case project([TypedExpr])
  /// Looks the row of another table up that belongs to a row.
  case join(any TableCombination, OtherTable)

  /// The step made ready for batches like `template`, which has no rows, of `rows` at most; nil for
  /// a join that takes whole tables after all, or has a fault.
  func compiled(for template: Table, rows: Int, isWhole: Bool, _ context: ExecutionContext)
    -> CompiledStage?
  {
    switch self {
    case .filter(let condition, let kept):
      return .filter(
        CompiledCondition(
          condition, for: template.batch, rows: isWhole ? rows : 0, context),
        readsOf([condition]), keeping: kept)
    case .project(let columns):
      return .project(
        readsOf(columns),
        columns.enumerated().map { place, expr in
          // What two columns have in common is computed once.
          let same = columns[..<place].firstIndex { $0.isSame(as: expr) }
          return same.map { .same(as: $0) }
            ?? .computed(CompiledColumn(expr, for: template.batch, rows: rows))
        })
    case .join(let combination, let other):
      guard let (found, notes) = try? other.read() else { return nil }
      let right = Table(schema: other.schema, columns: found.columns, count: found.count)
      return combination.lookup(for: template, in: right, rows: rows).map { .join($0, notes) }
    }
  }

  /// The columns that expressions are computed from.
  private func readsOf(_ exprs: [TypedExpr]) -> Set<Int> {
    exprs.reduce(into: []) { $1.collectColumns(&$0) }
  }
}

/// A step that is ready to run on any thread.
enum CompiledStage: Sendable {
  /// With the columns that the condition reads.
  case filter(CompiledCondition, Set<Int>, keeping: [Int]?)
  /// With the columns that these are computed from.
  case project(Set<Int>, [Projected])
  /// With what is to be said of the other table.
  case join(any RowLookup, [Note])

  /// A column of the result: computed, or the same as an earlier one of the result.
  enum Projected: Sendable {
    case computed(CompiledColumn)
    case same(as: Int)
  }

  /// What a step made of some rows.
  struct Applied {
    var rows: Batch
    /// For how many rows a missing value decided.
    var undecided = 0
    /// The keys that were looked up.
    var keys: MetKeys?
  }

  /// Whether as many rows come out as go in.
  var keepsRows: Bool {
    if case .project = self { return true }
    return false
  }

  /// The rows after the step. Throws ``EvaluationFault``.
  func apply(_ span: RowSpan) throws -> Applied {
    switch self {
    case .project(let reads, let columns):
      let batch = span.rows(of: reads)
      var done: [Column] = []
      done.reserveCapacity(columns.count)
      for column in columns {
        switch column {
        case .computed(let column): done.append(try column.column(batch))
        case .same(let place): done.append(done[place])
        }
      }
      return Applied(rows: Batch(columns: done, count: batch.count))
    case .filter(let condition, let reads, let positions):
      let outcomes = try condition.outcomes(span.rows(of: reads))
      let (kept, undecided) = outcomes.kept(of: span)
      // Rows are cut out of what is kept only.
      let columns = positions.map { $0.map { span.batch.columns[$0] } } ?? span.batch.columns
      return Applied(
        rows: Batch(columns: columns.map { $0.gather(kept) }, count: kept.count),
        undecided: undecided)
    case .join(let lookup, _):
      let (rows, keys) = lookup.apply(span.rows)
      return Applied(rows: rows, keys: keys)
    }
  }
}
