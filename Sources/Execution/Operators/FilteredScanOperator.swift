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
  private let whole: Pipeline
  private var isRead = false
  private var isGivenUp = false
  /// The rows that were kept, until they are taken.
  private var kept: Batch?

  /// Reads the columns of `schema` of the rows for which a condition holds, which is written over
  /// the columns of `scanned`. With `keepsOpen` rows for which a missing value decides are kept as
  /// well, and nothing is said of them. Nil when the source would rather not ask it.
  init?(
    _ source: any TableSource, _ condition: TypedExpr, over scanned: Schema, schema: Schema,
    keepsOpen: Bool = false, whole: Pipeline, context: ExecutionContext
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

  func instead() throws -> Pipeline? {
    try read()
    return isGivenUp ? whole : nil
  }

  func next() throws -> Batch? {
    try read()
    defer { kept = nil }
    return kept
  }

  func all(in context: ExecutionContext) throws -> Batch {
    try next() ?? Batch(columns: Materialised.columns([], schema: schema), count: 0)
  }

  /// Reads the rows that the source keeps, once.
  private func read() throws {
    guard !isRead else { return }
    isRead = true
    try context.checkCancellation()
    let found = try source.read(
      columns: schema.names, keeping: filter, context.reading(of: name))
    guard let found else {
      isGivenUp = true
      return
    }
    // Another statement, at work at the same time, may have found that a column is wider.
    guard zip(found.rows.columns, schema.fields).allSatisfy({ $0.type == $1.type }) else {
      throw SchemaChange()
    }
    if found.undecided > 0 { context.note(FilterNote.undecided(found.undecided)) }
    kept = found.rows
  }
}
