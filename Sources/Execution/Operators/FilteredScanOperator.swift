import Columnar
import Planning

/// Reads a source that leaves out rows itself, by a condition on texts that seldom repeat: they
/// need not be kept to be looked at.
final class FilteredScanOperator: Operator {
  let schema: Schema
  let inputs: [any Operator] = []
  let hasFilter = true
  private let source: any FilteringSource
  private let filter: RowFilter
  private let context: ExecutionContext
  /// The same for a source that leaves out no rows after all.
  private let whole: PipelineOperator
  private var isDone = false

  /// Reads the columns of `schema` of the rows for which a condition holds, which is written over
  /// the columns of `scanned`. Nil when the source would rather not ask it.
  init?(
    _ source: any TableSource, _ condition: TypedExpr, over scanned: Schema, schema: Schema,
    whole: PipelineOperator, context: ExecutionContext
  ) {
    guard let source = source as? any FilteringSource,
      let filter = Self.filter(condition, over: scanned),
      source.prefersFilter(on: filter.columns)
    else { return nil }
    self.source = source
    self.filter = filter
    self.schema = schema
    self.whole = whole
    self.context = context
  }

  var summary: String {
    "Scan \(source.name) (\(schema.fields.count) columns), filter by "
      + filter.columns.joined(separator: ", ")
  }

  func next() throws -> Batch? {
    guard !isDone else { return nil }
    return try all(in: context)
  }

  func all(in context: ExecutionContext) throws -> Batch {
    isDone = true
    try context.checkCancellation()
    let found = try source.read(
      columns: schema.names, keeping: filter, context.reading(of: source.name))
    guard let found else { return try whole.all(in: context) }
    if found.undecided > 0 { context.note(FilterNote.undecided(found.undecided)) }
    return found.rows
  }

  /// The condition as a source asks it; nil when it looks at no column, or at some that are no text.
  private static func filter(_ condition: TypedExpr, over schema: Schema) -> RowFilter? {
    var found: Set<Int> = []
    condition.collectColumns(&found)
    let places = found.sorted()
    guard !places.isEmpty, places.allSatisfy({ schema.fields[$0].type == .text }) else {
      return nil
    }
    let others = schema.fields.map { _ in Column(.boolean([])) }
    return RowFilter(columns: places.map { schema.fields[$0].name }) { columns, count in
      var all = others
      for (place, column) in zip(places, columns) { all[place] = column }
      guard let truth = try? ExprEvaluator.truth(condition, Batch(columns: all, count: count))
      else { return nil }
      let undecided = truth.unknown?.count { $0 } ?? 0
      return (truth.values.indices.filter { truth.values[$0] }, undecided)
    }
  }
}
