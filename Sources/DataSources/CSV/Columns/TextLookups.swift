import Columnar

/// Looks up texts of neighbouring rows together, for a table so large that looking each up by
/// itself would mostly be waiting for memory.
struct TextLookups {
  /// How many texts are asked for at a time.
  static let most = 64
  private var asked: [HashedCell] = []
  private var found: [UInt32] = []

  /// Writes the code and the reason of each field; returns whether any is missing.
  mutating func intern(
    _ fields: some FieldColumn, _ tokens: MissingTokens, _ interner: inout TextInterner,
    codes: UnsafeMutablePointer<UInt32>, reasons: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    var hasMissing = false
    var above = unsafe Cell(start: UnsafePointer(reasons), count: -1)
    var first = 0
    for row in 0..<fields.rows {
      let cell = fields.cell(row)
      if cell.count == above.count,
        unsafe TextInterner.areEqual(cell.start, above.start, cell.count)
      {
        unsafe reasons[row] = 0
      } else {
        let reason = tokens.reason(cell)
        unsafe reasons[row] = reason
        if reason != 0 {
          unsafe codes[row] = 0
          hasMissing = true
          continue
        }
        if asked.count == Self.most {
          unsafe answer(first..<row, &interner, codes: codes, reasons: reasons)
          first = row
        }
        asked.append(TextInterner.hashed(cell))
        above = cell
      }
      // Until a text has its code, its rows hold its place among those asked for.
      unsafe codes[row] = UInt32(truncatingIfNeeded: asked.count &- 1)
    }
    unsafe answer(first..<fields.rows, &interner, codes: codes, reasons: reasons)
    return hasMissing
  }

  /// Gives rows the codes of what was asked for.
  private mutating func answer(
    _ rows: Range<Int>, _ interner: inout TextInterner,
    codes: UnsafeMutablePointer<UInt32>, reasons: UnsafeMutablePointer<UInt8>
  ) {
    interner.prepare(asked)
    found.removeAll(keepingCapacity: true)
    for text in asked { found.append(interner.code(text)) }
    asked.removeAll(keepingCapacity: true)
    for row in rows where unsafe reasons[row] == 0 {
      unsafe codes[row] = found[Int(codes[row])]
    }
  }
}
