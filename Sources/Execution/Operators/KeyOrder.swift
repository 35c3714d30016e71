import Columnar
import Planning

/// The rows in the order of some keys, or the first of them.
struct KeyOrder: Sendable {
  let keys: [SortKey]
  /// How many rows in front are wanted; nil for all.
  let take: Int?

  /// The rows wanted, in order; `columns` are the values of the keys. Throws when the user asked to
  /// stop.
  func rows(_ columns: [Column], count: Int, _ context: ExecutionContext) throws -> [Int] {
    if let take, columns.count == 1, keys[0].expr.meaning.entity == nil,
      let rows = columns[0].firstRows(take, isDescending: keys[0].isDescending)
    {
      return rows
    }
    let ranks = try zip(keys, columns).map { key, column in
      try context.checkCancellation()
      return RowOrder.Key(
        ranks: column.ranks(entity: key.expr.meaning.entity), isDescending: key.isDescending)
    }
    return take.map { RowOrder.first($0, of: count, by: ranks) }
      ?? RowOrder.sorted(count, by: ranks)
  }

  /// Leaves out of each part what cannot be among the first of all; nil where all are wanted, or so
  /// many that it does not pay.
  func narrowing(_ context: ExecutionContext) -> Narrowing? {
    guard let take, take <= 1 << 10 else { return nil }
    let columns = keys.reduce(into: Set<Int>()) { $1.expr.collectColumns(&$0) }
    return Narrowing(columns: columns) { batch in
      guard take < batch.count / 8 else { return Array(0..<batch.count) }
      let values = try keys.map { try ExprEvaluator.evaluate($0.expr, batch) }
      return try rows(values, count: batch.count, context).sorted()
    }
  }

  /// The rows that are among the first of their morsel, in the order in which they stood: no others
  /// can be among the first of all. Nil when that does not pay, or a row cannot be computed: which
  /// fault is told of is decided over all rows.
  func candidates(_ parts: [Batch], _ schema: Schema, _ context: ExecutionContext) throws -> Batch?
  {
    let rows = PipelineRows(
      Batch.alike(parts, schema, threads: context.threads), morselSize: context.batchSize)
    guard let take, rows.morselCount > 1, take < rows.count / rows.morselCount / 8 else {
      return nil
    }
    do {
      let found = try SideBySide.results(rows.morselCount, context, step: "sort") { morsel in
        let batch = rows.span(morsel).rows
        let columns = try keys.map { try ExprEvaluator.evaluate($0.expr, batch) }
        let first = try self.rows(columns, count: batch.count, context).sorted()
        return Batch(columns: batch.columns.map { $0.gather(first) }, count: first.count)
      }
      return Materialised.joined(found, schema, threads: 1)
    } catch is EvaluationFault {
      return nil
    }
  }
}
