import Columnar
import Planning

/// Which rows of each part of some rows a later step can have a use for: of those that it looks for
/// the first of, the first of each part. What gives the rows may leave out the others.
struct Narrowing: Sendable {
  /// The positions of the columns that are looked at; the others may be anything.
  let columns: Set<Int>
  /// The rows wanted of a part, in the order in which they stand. Throws ``EvaluationFault`` when a
  /// row cannot be computed: then no row may be left out.
  let rows: @Sendable (Batch) throws -> [Int]

  /// The same for rows of which the columns are computed first.
  func through(_ exprs: [TypedExpr]) -> Narrowing {
    let wanted = exprs.indices.filter { columns.contains($0) || !exprs[$0].isTotal }
    let read = wanted.reduce(into: Set<Int>()) { exprs[$1].collectColumns(&$0) }
    let rows = rows
    return Narrowing(columns: read) { batch in
      var computed = exprs.map { _ in Column(.boolean([])) }
      for index in wanted { computed[index] = try ExprEvaluator.evaluate(exprs[index], batch) }
      return try rows(Batch(columns: computed, count: batch.count))
    }
  }
}
