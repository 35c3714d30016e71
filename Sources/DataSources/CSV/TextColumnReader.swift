import Columnar

/// Reads a column of text into codes.
final class TextColumnReader: ColumnReader {
  private let tokens: MissingTokens
  private var interner = TextInterner()
  private var codes: [UInt32] = []
  private var mask = MissingMask()
  private var codeScratch: [UInt32] = []
  private var maskScratch: [UInt8] = []

  /// Makes a reader; `rows` is a guess of how many will come.
  init(_ tokens: MissingTokens, rows: Int) {
    self.tokens = tokens
    codes.reserveCapacity(rows)
  }

  func read(_ batch: FieldBatch, _ slot: Int) -> Int? {
    let hasMissing = internFields(
      batch, slot, tokens, &interner, codes: &codeScratch, mask: &maskScratch)
    codes.append(contentsOf: codeScratch[..<batch.rows])
    mask.append(maskScratch, rows: batch.rows, hasMissing: hasMissing)
    return nil
  }

  func finish() -> Column {
    Column(.text(codes, interner.finish()), missing: mask.reasons)
  }
}

/// Writes the code and the reason of each field of a slot; returns whether any is missing.
///
/// Files are mostly in some order, so a field often repeats the one above it: that is looked at
/// before the table of texts.
func internFields(
  _ batch: FieldBatch, _ slot: Int, _ tokens: MissingTokens, _ interner: inout TextInterner,
  codes: inout [UInt32], mask: inout [UInt8]
) -> Bool {
  if codes.count < batch.rows {
    codes = [UInt32](repeating: 0, count: batch.rows)
    mask = [UInt8](repeating: 0, count: batch.rows)
  }
  var hasMissing = false
  var above = batch.field(0, slot)
  var codeAbove: UInt32?
  var codeSpan = codes.mutableSpan
  var maskSpan = mask.mutableSpan
  for row in 0..<batch.rows {
    let cell = batch.field(row, slot)
    if let codeAbove, cell.count == above.count,
      unsafe TextInterner.areEqual(cell.start, above.start, cell.count)
    {
      codeSpan[row] = codeAbove
      maskSpan[row] = 0
      continue
    }
    let reason = tokens.reason(cell)
    maskSpan[row] = reason
    if reason != 0 {
      codeSpan[row] = 0
      hasMissing = true
      continue
    }
    let code = interner.code(cell)
    codeSpan[row] = code
    above = cell
    codeAbove = code
  }
  return hasMissing
}
