import Columnar
import Planning
import SourceText

/// Counts rows that went by, so that a fault can name its row.
///
/// A fault in a row is thrown once the rows before it have been given: which fault comes first,
/// and whether it comes at all before a `take` has enough, does not depend on the batches.
struct RowCounter {
  private var passed = 0
  private var fault: Diagnostic?

  /// The next batch of an input with what `body` computes of it, or nil after the last.
  mutating func next<Result>(of input: any Operator, _ body: (Batch) throws -> Result) throws -> (
    batch: Batch, result: Result
  )? {
    if let fault { throw fault }
    guard let batch = try input.next() else { return nil }
    let (rows, result) = try beforeFault(batch, input.schema, body)
    passed += rows.count
    return (rows, result)
  }

  /// Computes something of all rows of a table; a fault names its row.
  static func run<Result>(_ batch: Batch, _ schema: Schema, _ body: (Batch) throws -> Result)
    throws -> Result
  {
    do {
      return try body(batch)
    } catch let fault as EvaluationFault {
      throw diagnostic(fault, batch, schema, before: 0)
    }
  }

  /// What `body` computes of the rows before the first fault, which is kept; throws it when it is
  /// in the first row.
  private mutating func beforeFault<Result>(
    _ batch: Batch, _ schema: Schema, _ body: (Batch) throws -> Result
  ) throws -> (Batch, Result) {
    var rows = batch
    while true {
      do {
        return (rows, try body(rows))
      } catch let found as EvaluationFault {
        let diagnostic = Self.diagnostic(found, rows, schema, before: passed)
        guard found.row > 0, found.row < rows.count else { throw diagnostic }
        fault = diagnostic
        let kept = 0..<found.row
        rows = Batch(columns: rows.columns.map { $0.slice(kept) }, count: kept.count)
      }
    }
  }

  /// The first values of a row, for a note; those of the table, not of what is computed beside it:
  /// by time functions, named `window 1` and so on, or for several columns, named `common 1`.
  static func shown(_ row: Int, _ batch: Batch, _ schema: Schema) -> String {
    let own = zip(schema.fields, batch.columns).filter { !isBeside($0.0.name) }
    let values = own.prefix(4).map { field, column in
      "\(field.name) = \(column.value(at: row).shown)"
    }
    return "that row: " + values.joined(separator: ", ")
  }

  /// Whether a column is named as those that are computed beside a table.
  private static func isBeside(_ name: String) -> Bool {
    ["window ", "common "].contains { name.hasPrefix($0) && Int(name.dropFirst($0.count)) != nil }
  }

  /// The diagnostic of a fault in one row.
  static func diagnostic(
    _ fault: EvaluationFault, _ batch: Batch, _ schema: Schema, before: Int
  ) -> Diagnostic {
    var notes = fault.notes
    if fault.row < batch.count {
      if !batch.columns.isEmpty { notes.insert(shown(fault.row, batch, schema), at: 0) }
    }
    return Diagnostic(
      .error, phase: .run, code: fault.code, "\(fault.message) in row \(before + fault.row + 1)",
      notes: notes)
  }
}

extension EvaluationFault {
  /// The diagnostic of a fault in something that is one value, not a row of a table.
  var ofOneValue: Diagnostic {
    Diagnostic(.error, phase: .run, code: code, message, notes: notes)
  }
}
