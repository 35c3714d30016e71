import Columnar

/// Reads one column of a file, batch by batch; a reader is used once.
protocol ColumnReader: AnyObject {
  /// Reads the fields of one slot and returns the first row whose text does not fit, or nil.
  func read(_ batch: FieldBatch, _ slot: Int) -> Int?
  /// The column of all rows read.
  func finish() -> Column
}

/// The reasons for missing values of a column: nothing is kept as long as there is none.
struct MissingMask {
  private(set) var reasons: [UInt8]?
  private var count = 0

  /// Adds the rows of a batch.
  mutating func append(_ batch: [UInt8], rows: Int, hasMissing: Bool) {
    if hasMissing, reasons == nil { reasons = [UInt8](repeating: 0, count: count) }
    reasons?.append(contentsOf: batch[..<rows])
    count += rows
  }
}

/// Makes the reader for a field of a schema.
func makeColumnReader(
  _ field: Field, isDeclared: Bool, numerals: NumeralReader, tokens: MissingTokens, rows: Int
) -> any ColumnReader {
  var numerals = numerals
  numerals.isLenient = isDeclared
  switch field.type {
  case .text: return TextColumnReader(tokens, rows: rows)
  case .integer:
    // A year that turns out to be 2020.5 is a fault, not a reason to make all years fractions.
    let mayWiden = !isDeclared && field.role != .time && field.role != .edition
    return NumberColumnReader(
      numerals, tokens, startsWhole: true, mayWiden: mayWiden, rows: rows)
  case .number:
    return NumberColumnReader(
      numerals, tokens, startsWhole: false, mayWiden: false, rows: rows)
  case .boolean, .date, .period:
    return DistinctColumnReader(field.type, isDeclared: isDeclared, tokens, rows: rows)
  }
}
