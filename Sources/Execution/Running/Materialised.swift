import Columnar

/// Batches joined into whole columns, for operators that need every row.
enum Materialised {
  /// The columns of all batches one after another.
  static func columns(_ batches: [Batch], schema: Schema) -> [Column] {
    schema.fields.indices.map { index in
      Column.concatenate(batches.map { $0.columns[index] }, type: schema.fields[index].type)
    }
  }
}
