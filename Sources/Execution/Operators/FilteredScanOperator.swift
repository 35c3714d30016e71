import Columnar
import Planning

/// Reads a source that leaves out rows itself, so that they are never kept.
final class FilteredScanOperator: Operator {
  let schema: Schema
  let inputs: [any Operator] = []
  let hasFilter = true
  private let source: any FilteringSource
  private let name: String
  private let filter: RowFilter
  private let context: ExecutionContext
  /// The same for a source that leaves out no rows after all.
  private let whole: any Operator
  private var isDone = false
  private var isGivenUp = false

  /// Reads the columns of `schema` of the rows for which a condition holds, which is written over
  /// the columns of `scanned`. With `keepsOpen` rows for which a missing value decides are kept as
  /// well, and nothing is said of them. Nil when the source would rather not ask it.
  init?(
    _ source: any TableSource, _ condition: TypedExpr, over scanned: Schema, schema: Schema,
    keepsOpen: Bool = false, whole: any Operator, context: ExecutionContext
  ) {
    guard let filtering = source.filtering else { return nil }
    let places = condition.columns.sorted()
    let names = places.map { scanned.fields[$0].name }
    guard !places.isEmpty,
      filtering.prefersFilter(on: names, isOnly: context.isReadOnce(filtering))
    else { return nil }
    filter = RowFilter(columns: names) {
      let condition = BlockCondition(
        condition, at: places, of: scanned.fields.count, keepsOpen: keepsOpen)
      return { columns, count in
        let chosen = condition.chosen(columns, count)
        return keepsOpen ? chosen.map { ($0.rows, 0) } : chosen
      }
    }
    self.source = filtering
    name = source.name
    self.schema = schema
    self.whole = whole
    self.context = context
  }

  var summary: String {
    "Scan \(name) (\(schema.fields.count) columns), filter by "
      + filter.columns.joined(separator: ", ")
  }

  func next() throws -> Batch? {
    if isGivenUp { return try whole.next() }
    guard !isDone else { return nil }
    return try found(in: context) ?? whole.next()
  }

  func all(in context: ExecutionContext) throws -> Batch {
    try found(in: context) ?? whole.all(in: context)
  }

  func parts(in context: ExecutionContext) throws -> [Batch] {
    try found(in: context).map { [$0] } ?? whole.parts(in: context)
  }

  /// The rows that the source keeps; nil when it leaves out none after all.
  private func found(in context: ExecutionContext) throws -> Batch? {
    isDone = true
    try context.checkCancellation()
    let found = try source.read(
      columns: schema.names, keeping: filter, context.reading(of: name))
    guard let found else {
      isGivenUp = true
      return nil
    }
    // Another statement, at work at the same time, may have found that a column is wider.
    guard zip(found.rows.columns, schema.fields).allSatisfy({ $0.type == $1.type }) else {
      throw SchemaChange()
    }
    if found.undecided > 0 { context.note(FilterNote.undecided(found.undecided)) }
    return found.rows
  }
}
