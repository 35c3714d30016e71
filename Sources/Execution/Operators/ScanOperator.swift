import Columnar
import Planning

/// Reads a source.
final class ScanOperator: Operator {
  let schema: Schema
  let inputs: [any Operator] = []
  private let source: any TableSource
  private let context: ExecutionContext
  private var reader: (any BatchReader)?

  /// Reads the columns of `schema`, which are the source's or some of them.
  init(_ source: any TableSource, schema: Schema, context: ExecutionContext) {
    self.source = source
    self.context = context
    self.schema = schema
  }

  var summary: String { "Scan \(source.name) (\(schema.fields.count) columns)" }

  func next() throws -> Batch? {
    try context.checkCancellation()
    if let reader { return try reader.next() }
    let opened = try source.open(columns: schema.names, context.reading(of: source.name))
    reader = opened
    // What was said of a `let` holds for what is made of it.
    if let kept = source as? KeptTable { kept.notes.forEach(context.note) }
    let batch = try opened.next()
    // Another statement, at work at the same time, may have found that a column is wider.
    if let batch, !zip(batch.columns, schema.fields).allSatisfy({ $0.type == $1.type }) {
      throw SchemaChange()
    }
    return batch
  }
}
