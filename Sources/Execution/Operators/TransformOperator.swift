import Columnar
import Planning

/// Runs a step over one or two whole tables.
final class TransformOperator: Operator {
  let schema: Schema
  let inputs: [any Operator]
  let summary: String
  private let step: Step
  private let context: ExecutionContext
  private var isDone = false

  private enum Step {
    case transform(any TableTransform)
    case combination(any TableCombination)
  }

  init(
    _ input: any Operator, _ transform: any TableTransform, schema: Schema,
    context: ExecutionContext
  ) {
    inputs = [input]
    step = .transform(transform)
    summary = transform.summary
    self.schema = schema
    self.context = context
  }

  init(
    _ left: any Operator, _ right: any Operator, _ combination: any TableCombination,
    schema: Schema, context: ExecutionContext
  ) {
    inputs = [left, right]
    step = .combination(combination)
    summary = combination.summary
    self.schema = schema
    self.context = context
  }

  /// The rows of the input where they were found before, unless it is to be measured.
  private var rowsAtHand: FoundRows? {
    guard case .transform(let transform) = step, !context.measures else { return nil }
    return transform.input?.take()
  }

  private func table(_ input: any Operator) throws -> Table {
    let all = try input.all(in: context)
    return Table(schema: input.schema, columns: all.columns, count: all.count)
  }

  func next() throws -> Batch? {
    guard !isDone else { return nil }
    isDone = true
    let tables = try rowsAtHand.map { [context.taking($0)] } ?? inputs.map { try table($0) }
    try context.checkCancellation()
    context.tell(summary)
    let shared = context
    let run = TransformRun(
      evaluate: { try ExprEvaluator.evaluate($0, $1) }, note: { shared.note($0) },
      save: { try shared.save($0, $1) }, workers: .threads(context.threads))
    return try RowCounter.run(tables[0].batch, tables[0].schema) { _ in
      switch step {
      case .transform(let transform): try transform.apply(tables[0], run)
      case .combination(let combination): try combination.apply(tables[0], tables[1], run)
      }
    }
  }
}
