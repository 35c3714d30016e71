import Columnar

/// Reads a column of texts, booleans, dates or periods into codes of its distinct texts; each
/// distinct text is checked and understood once.
final class CodeReader: ColumnReader, @unchecked Sendable {
  private let type: DataType
  private let isDeclared: Bool
  private let granularity: Period.Granularity?
  private let isDeferred: Bool
  private let tokens: MissingTokens
  /// The thread's distinct texts, over all pieces.
  private(set) var interner = TextInterner()
  /// For each text seen so far whether it is no value of the type; empty for texts.
  private var isUnfit: [Bool] = []
  private var hasUnfit = false
  private var codes = RowRoom<UInt32>()
  private let pieces = PieceRoom()
  private var missing = MissingRows()
  private var lookups = TextLookups()
  private var count = 0
  /// How many texts there were at the end of the last piece taken: a piece that is begun again
  /// has its texts in the same order as before.
  private var known = 0
  /// The texts so far, when they were asked for.
  private var seen: TextDictionary?
  /// Texts that are looked at all, also when there are fewer rows.
  private static let few = 1 << 10
  /// Whether a text that has no code yet may be a spelling of another of the column, which it would
  /// be read as.
  private var mayHaveOtherSpelling = false
  /// Where texts stand that have no code yet, and their reasons.
  private var waiting: (places: [TextPlace], reasons: [UInt8]) = ([], [])

  /// Makes a reader for one of the types of which texts repeat.
  init(
    _ type: DataType, isDeclared: Bool, granularity: Period.Granularity?, isDeferred: Bool,
    _ tokens: MissingTokens
  ) {
    self.type = type
    self.granularity = granularity
    self.isDeclared = isDeclared
    self.isDeferred = isDeferred
    self.tokens = tokens
  }

  func begin(isWidened: Bool) {
    count = 0
    interner.hasBrokenText = false
    missing.removeAll()
  }

  func read(_ fields: IndexedColumn) -> Int? { isDeferred ? wait(fields) : readAny(fields) }

  func read(_ fields: PlacedColumn) -> Int? { isDeferred ? wait(fields) : readAny(fields) }

  var isWary: Bool { mayHaveOtherSpelling || interner.isWary }

  func lastRows(_ count: Int) -> Column? {
    // Of two spellings of a text the first one of the file counts, which is not known here.
    guard type == .text, !isWary else { return nil }
    if isDeferred { return column(of: waiting.places, missing: waiting.reasons) }
    let room = unsafe codes.rows + (self.count - count)
    let reasons = missing.reasons(last: count)
    guard interner.count <= max(count, Self.few) else {
      return column(
        of: (0..<count).map { unsafe interner.place(Int(room[$0])) }, missing: reasons)
    }
    if seen?.count != interner.count { seen = interner.finish() }
    guard let seen else { return nil }
    let narrow = NarrowCodes(count: count, greatest: UInt64(max(1, seen.count) - 1)) {
      unsafe UInt64(room[$0])
    }
    let values = PackedValues(.text(seen), codeCount: seen.count, codes: narrow.packed)
    return Column(values, missing: reasons)
  }

  /// Some texts, each as one of its own.
  private func column(of places: [TextPlace], missing: [UInt8]?) -> Column {
    let values = PackedValues(
      .text(TextDictionary(TextArena(places, owners: []))), codeCount: places.count,
      codes: .counting(places.count, padding: 0, .four))
    return Column(values, missing: missing)
  }

  func keep(_ rows: [Int], of last: Int) {
    guard isDeferred else {
      if rows.count == last { return }
      let room = unsafe codes.rows + (count - last)
      for (place, row) in rows.enumerated() { unsafe room[place] = room[row] }
      missing.keep(rows, of: last)
      count += rows.count - last
      return
    }
    codes.reserve(count + rows.count, keeping: count)
    let room = unsafe codes.rows + count
    let reasons = unsafe missing.extend(by: rows.count)
    for (place, row) in rows.enumerated() {
      let (text, reason) = (waiting.places[row], waiting.reasons[row])
      unsafe reasons[place] = reason
      unsafe room[place] =
        reason == 0 ? interner.code(Cell(start: text.start, count: text.count)) : 0
      missing.note(reason != 0)
    }
    count += rows.count
  }

  /// Takes note of texts; returns the first that is none.
  private func wait(_ fields: some FieldColumn) -> Int? {
    waiting.places.removeAll(keepingCapacity: true)
    waiting.reasons.removeAll(keepingCapacity: true)
    for row in 0..<fields.rows {
      let cell = fields.cell(row)
      let reason = tokens.reason(cell)
      guard reason != 0 || cell.isText else { return row }
      if reason == 0, unsafe TextForm(cell.start, cell.count) == .unknown {
        mayHaveOtherSpelling = true
      }
      unsafe waiting.places.append(TextPlace(start: cell.start, count: cell.count))
      waiting.reasons.append(reason)
    }
    return nil
  }

  /// Drops what its codes stand for, once the texts were taken over.
  func forgetTexts() {
    interner = TextInterner()
    seen = nil
  }

  func take() -> ColumnPiece {
    let greatest = UInt64(max(1, interner.count) - 1)
    let room = unsafe codes.rows
    let narrow = NarrowCodes(count: count, greatest: greatest, in: pieces) {
      unsafe UInt64(room[$0])
    }
    defer { known = interner.count }
    return .codes(
      CodePiece(codes: narrow, new: known..<interner.count, missing: missing.reasons(count)))
  }

  @inline(__always)
  private func readAny(_ fields: some FieldColumn) -> Int? {
    codes.reserve(count + fields.rows, keeping: count)
    let room = unsafe codes.rows + count
    let reasons = unsafe missing.extend(by: fields.rows)
    let hasMissing =
      interner.isLarge
      ? unsafe lookups.intern(fields, tokens, &interner, codes: room, reasons: reasons)
      : unsafe Self.intern(fields, tokens, &interner, codes: room, reasons: reasons)
    missing.note(hasMissing)
    count += fields.rows
    if interner.hasBrokenText { return 0 }
    guard type != .text else { return nil }
    while isUnfit.count < interner.count {
      let unfit = !interner.withCell(isUnfit.count) { fits($0) }
      isUnfit.append(unfit)
      if unfit { hasUnfit = true }
    }
    guard hasUnfit else { return nil }
    return (0..<fields.rows).first {
      unsafe reasons[$0] == 0 && isUnfit[Int(room[$0])]
    }
  }

  private func fits(_ cell: Cell) -> Bool {
    guard let value = SimpleValues.value(cell, type, isDeclared: isDeclared) else { return false }
    guard let granularity, case .period(let period) = value else { return true }
    return period.isUnit(of: granularity)
  }

  /// Writes the code and the reason of each field; returns whether any is missing.
  ///
  /// Files are mostly in some order, so a field often repeats the one above it: that is looked at
  /// before the table of texts.
  @inline(__always)
  private static func intern(
    _ fields: some FieldColumn, _ tokens: MissingTokens, _ interner: inout TextInterner,
    codes: UnsafeMutablePointer<UInt32>, reasons: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    var hasMissing = false
    var above = unsafe Cell(start: UnsafePointer(reasons), count: -1)
    var codeAbove: UInt32 = 0
    for row in 0..<fields.rows {
      let cell = fields.cell(row)
      if cell.count == above.count,
        unsafe TextInterner.areEqual(cell.start, above.start, cell.count)
      {
        unsafe codes[row] = codeAbove
        unsafe reasons[row] = 0
        continue
      }
      let reason = tokens.reason(cell)
      unsafe reasons[row] = reason
      if reason != 0 {
        unsafe codes[row] = 0
        hasMissing = true
        continue
      }
      let code = interner.code(cell)
      unsafe codes[row] = code
      above = cell
      codeAbove = code
    }
    return hasMissing
  }
}

/// Some rows as codes of the texts that their thread has seen.
struct CodePiece: Sendable {
  let codes: NarrowCodes
  /// The codes that first appeared in this piece, among all pieces of its thread.
  let new: Range<Int>
  let missing: [UInt8]?
}
