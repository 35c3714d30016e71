import Columnar

/// Batches joined into whole columns, for operators that need every row.
enum Materialised {
  /// The columns of all batches one after another.
  static func columns(_ batches: [Batch], schema: Schema) -> [Column] {
    schema.fields.indices.map { index in
      Column.concatenate(batches.map { $0.columns[index] }, type: schema.fields[index].type)
    }
  }

  /// All rows of an operator in one batch.
  static func all(of input: any Operator, in context: ExecutionContext) throws -> Batch {
    var batches: [Batch] = []
    while let batch = try input.next() {
      try context.checkCancellation()
      batches.append(batch)
    }
    return Batch(
      columns: columns(batches, schema: input.schema), count: batches.reduce(0) { $0 + $1.count })
  }
}
