import Columnar
import Planning

extension Operator {
  /// Whether a filter is among the operators the rows come through.
  var hasFilter: Bool { self is FilterOperator || inputs.contains { $0.hasFilter } }
}

/// Keeps the rows for which a condition holds, and counts rows that a missing value decided.
final class FilterOperator: Operator {
  let schema: Schema
  private let input: any Operator
  private let condition: TypedExpr
  private let context: ExecutionContext
  private var rows = RowCounter()
  private var undecided = 0

  init(_ input: any Operator, _ condition: TypedExpr, context: ExecutionContext) {
    self.input = input
    self.condition = condition
    self.context = context
    schema = input.schema
  }

  var inputs: [any Operator] { [input] }
  var summary: String { "Filter" }

  func next() throws -> Batch? {
    while let (batch, truth) = try rows.next(
      of: input, { try ExprEvaluator.truth(condition, $0) })
    {
      if let unknown = truth.unknown { undecided += unknown.reduce(0) { $0 + ($1 ? 1 : 0) } }
      var kept: [Int] = []
      for (row, holds) in truth.values.enumerated() where holds { kept.append(row) }
      if kept.isEmpty { continue }
      if kept.count == batch.count { return batch }
      return Batch(columns: batch.columns.map { $0.gather(kept) }, count: kept.count)
    }
    if undecided > 0 { context.note(Self.note(undecided)) }
    undecided = 0
    return nil
  }

  private static func note(_ count: Int) -> Note {
    Note(
      code: "decided-by-missing",
      dutch: count == 1
        ? "bij 1 regel besliste een ontbrekende waarde over de voorwaarde"
        : "bij \(count) regels besliste een ontbrekende waarde over de voorwaarde",
      english: count == 1
        ? "a missing value decided the condition for 1 row"
        : "a missing value decided the condition for \(count) rows")
  }
}
