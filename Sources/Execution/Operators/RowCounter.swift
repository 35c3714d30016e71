import Columnar
import Planning
import SourceText

/// Counts rows that went by, so that a fault can name its row.
struct RowCounter {
  private var passed = 0

  /// Runs something over a batch; a fault becomes a diagnostic with the row and its first values.
  mutating func run<Result>(
    _ batch: Batch, _ schema: Schema, _ body: (Batch) throws -> Result
  ) throws -> Result {
    do {
      let result = try body(batch)
      passed += batch.count
      return result
    } catch let fault as EvaluationFault {
      throw Self.diagnostic(fault, batch, schema, before: passed)
    }
  }

  /// The diagnostic of a fault in one row.
  static func diagnostic(
    _ fault: EvaluationFault, _ batch: Batch, _ schema: Schema, before: Int
  ) -> Diagnostic {
    var notes = fault.notes
    if fault.row < batch.count {
      let values = zip(schema.fields, batch.columns).prefix(4).map { field, column in
        "\(field.name) = \(column.value(at: fault.row).shown)"
      }
      if !values.isEmpty { notes.insert("that row: " + values.joined(separator: ", "), at: 0) }
    }
    return Diagnostic(
      .error, phase: .run, code: fault.code, "\(fault.message) in row \(before + fault.row + 1)",
      notes: notes)
  }
}
