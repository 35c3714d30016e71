import CStructure
import CXXHash
import Columnar

/// Gives the distinct texts of a column their codes, straight from bytes.
///
/// An open-addressing table of hashes and entries over bytes that never move: no text is made
/// before someone asks for it. Codes count from 0 in order of first appearance. As everywhere, two
/// spellings that are canonically equivalent (ú as one scalar or as two) are one text: the first
/// one's.
@safe
struct TextInterner: ~Copyable {
  /// Hash in the upper half, entry + 1 in the lower; 0 is free.
  private var table: UnsafeMutablePointer<UInt64>
  private var memory: PieceMemory
  /// The table has room for 2 to this power; a hash begins with its place.
  private var bits: UInt32 = 8
  private let store = TextStore()
  private var places: [TextPlace] = []
  /// The hash of each entry.
  private var hashes: [UInt32] = []
  private var spellings = Spellings()
  /// Whether a text was asked for that is not UTF-8 or holds NUL; it got code 0.
  var hasBrokenText = false

  /// Makes an empty table that need not grow for so many texts.
  init(capacity: Int = 0) {
    while capacity * 2 > 1 << Int(bits) { bits += 1 }
    unsafe (table, memory) = Self.zeros(bits)
  }

  /// An empty table for 2 to a power. A large one is given back to the system when a larger takes
  /// its place, or when the texts are taken over.
  private static func zeros(_ bits: UInt32) -> (UnsafeMutablePointer<UInt64>, PieceMemory) {
    let count = 1 << Int(bits)
    let size = count * MemoryLayout<UInt64>.size
    let isLarge = size >= 1 << 20
    let memory = isLarge ? PieceMemory(mapping: size) : PieceMemory(size)
    let table = unsafe memory.bytes.bindMemory(to: UInt64.self, capacity: count)
    if !memory.isZero { unsafe table.initialize(repeating: 0, count: count) }
    return unsafe (table, memory)
  }

  /// The number of distinct texts.
  var count: Int { spellings.entries?.count ?? places.count }

  /// Whether a text had a spelling to which another may be equivalent.
  var isWary: Bool { spellings.isWary }

  /// The code of a text, which is copied when it is new; eight bytes behind it must be readable.
  mutating func code(_ cell: Cell) -> UInt32 {
    code(cell, Self.hash(cell), .new)
  }

  /// The code of a text of which the hash is known; else as ``code(_:)``.
  mutating func code(_ cell: HashedCell) -> UInt32 {
    code(cell.cell, cell.hash, .new)
  }

  /// Whether texts are found sooner when several are asked for at a time, after ``prepare(_:)``:
  /// the table is larger than what a processor keeps close by.
  var isLarge: Bool { bits > 14 }

  /// Fetches what will be looked at for some texts, a step for all before the next step, so that
  /// memory is waited for once and not for each text.
  func prepare(_ cells: [HashedCell]) {
    for cell in cells { prefetch(cell.hash) }
    for cell in cells { prefetchPlace(cell.hash) }
    for cell in cells { prefetchText(cell.hash) }
  }

  /// The code of a text that another interner keeps and knows by a code.
  mutating func code(of known: Int, in other: borrowing TextInterner) -> UInt32 {
    let entry = other.entry(known)
    let place = other.places[entry]
    return unsafe code(
      Cell(start: place.start, count: place.count), other.hashes[entry],
      .kept(isWary: other.isWary))
  }

  /// Writes the codes of a range of them to their places in `codes`.
  mutating func takeCodes(
    of known: Range<Int>, in other: borrowing TextInterner, _ codes: inout [UInt32]
  ) {
    var start = known.lowerBound
    while start < known.upperBound {
      let some = start..<min(start + TextLookups.most, known.upperBound)
      for code in some { prefetch(other.hashes[other.entry(code)]) }
      for code in some { prefetchPlace(other.hashes[other.entry(code)]) }
      for code in some { prefetchText(other.hashes[other.entry(code)]) }
      for code in some { codes[code] = self.code(of: code, in: other) }
      start = some.upperBound
    }
  }

  /// A text and its hash, which is the same in every interner.
  static func hashed(_ cell: Cell) -> HashedCell { HashedCell(cell: cell, hash: hash(cell)) }

  /// The bytes of a code's text.
  func withCell<Result>(_ code: Int, _ body: (Cell) -> Result) -> Result {
    let place = places[entry(code)]
    return unsafe body(Cell(start: place.start, count: place.count))
  }

  /// Where the text of a code stands, for as long as the interner lives.
  func place(_ code: Int) -> TextPlace { places[entry(code)] }

  /// The texts so far by code. `others` keep texts that were taken over from them.
  func finish(_ others: [TextStore] = []) -> TextDictionary {
    let owners = others + [store]
    guard let entries = spellings.entries else {
      return TextDictionary(TextArena(places, owners: owners))
    }
    return TextDictionary(TextArena(entries.map { places[Int($0)] }, owners: owners))
  }

  /// What keeps its texts.
  var keeper: TextStore { store }

  /// Whether two texts are the same bytes; eight bytes behind both must be readable.
  @inline(__always)
  static func areEqual(
    _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    var index = 0
    while count &- index >= 8 {
      if unsafe Cell.word(left + index) != Cell.word(right + index) { return false }
      index &+= 8
    }
    let rest = count &- index
    guard rest > 0 else { return true }
    let difference = unsafe Cell.word(left + index) ^ Cell.word(right + index)
    return difference << UInt64(64 &- 8 &* rest) == 0
  }

  @inline(__always)
  private func prefetch(_ hash: UInt32) { unsafe cs_prefetch(table + Int(hash &>> (32 &- bits))) }

  /// The entry that most likely has a hash.
  @inline(__always)
  private func likelyEntry(_ hash: UInt32) -> Int? {
    let found = unsafe table[Int(hash &>> (32 &- bits))]
    guard UInt32(truncatingIfNeeded: found &>> 32) == hash, found != 0 else { return nil }
    return Int(truncatingIfNeeded: found & 0xFFFF_FFFF) &- 1
  }

  @inline(__always)
  private func prefetchPlace(_ hash: UInt32) {
    guard let entry = likelyEntry(hash) else { return }
    unsafe places.withUnsafeBufferPointer { places in
      if let start = places.baseAddress { unsafe cs_prefetch(start + entry) }
    }
  }

  @inline(__always)
  private func prefetchText(_ hash: UInt32) {
    guard let entry = likelyEntry(hash) else { return }
    unsafe cs_prefetch(places[entry].start)
  }

  private func entry(_ code: Int) -> Int { spellings.entry(ofCode: code) }

  @inline(__always)
  private mutating func code(_ cell: Cell, _ hash: UInt32, _ origin: Origin) -> UInt32 {
    var slot = Int(hash &>> (32 &- bits))
    let mask = 1 &<< Int(bits) &- 1
    while true {
      let found = unsafe table[slot]
      if found == 0 { return insert(cell, hash, origin) }
      if UInt32(truncatingIfNeeded: found &>> 32) == hash {
        let entry = Int(truncatingIfNeeded: found & 0xFFFF_FFFF) &- 1
        let place = places[entry]
        if place.count == cell.count,
          unsafe Self.areEqual(place.start, cell.start, cell.count)
        {
          return spellings.code(ofEntry: entry)
        }
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// Where a text that is asked for stands.
  private enum Origin {
    /// Somewhere for now.
    case new
    /// In the store of another interner, which is wary or not.
    case kept(isWary: Bool)
  }

  /// Multiplies each eight bytes into the state and folds the halves of the product together; the
  /// constants are odd bits of the golden ratio and of pi. Never leaves the process.
  @inline(__always)
  private static func hash(_ cell: Cell) -> UInt32 {
    guard cell.count < long else {
      return UInt32(truncatingIfNeeded: unsafe XXH3_64bits(cell.start, cell.count) >> 32)
    }
    var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(cell.count)
    var index = 0
    while cell.count &- index >= 8 {
      unsafe fold(&state, Cell.word(cell.start + index))
      index &+= 8
    }
    let rest = cell.count &- index
    if rest > 0 { unsafe fold(&state, Cell.word(cell.start + index) << UInt64(64 &- 8 &* rest)) }
    return UInt32(truncatingIfNeeded: state &>> 32)
  }

  /// Texts of so many bytes are left to a library that takes many at once.
  private static let long = 128

  @inline(__always)
  private static func fold(_ state: inout UInt64, _ word: UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: 0x2437_8D31_3198_A2E1)
    state = product.high ^ product.low &+ 0x9E37_79B9
  }

  @inline(never)
  private mutating func insert(_ cell: Cell, _ hash: UInt32, _ origin: Origin) -> UInt32 {
    let form: TextForm
    switch origin {
    case .new:
      guard cell.isText else {
        hasBrokenText = true
        return 0
      }
      form = unsafe TextForm(cell.start, cell.count)
    case .kept(let isWary):
      // Of texts without an equivalent the form is of no account as long as all are such.
      form =
        isWary || spellings.isWary ? unsafe TextForm(cell.start, cell.count) : .composed
    }
    if form == .unknown, !spellings.isWary {
      spellings.beWary(of: places)
    }
    var known: UInt32?
    if form != .plain, spellings.isWary {
      let text = cell.text
      known = spellings.code(of: text)
      if known == nil, let plain = Spellings.plain(text) { known = code(plain) }
      if known == nil { spellings.add(text, code: UInt32(count)) }
    }
    let entry = places.count
    let start: UnsafePointer<UInt8>
    switch origin {
    case .new: unsafe start = store.add(cell.start, cell.count)
    case .kept: unsafe start = cell.start
    }
    unsafe places.append(TextPlace(start: start, count: cell.count))
    hashes.append(hash)
    enter(entry, hash)
    let code = spellings.enter(entry, as: known)
    if places.count * 2 > 1 << Int(bits) { enlarge() }
    return code
  }

  /// The code of a text that stands nowhere in a block.
  private mutating func code(_ text: [UInt8]) -> UInt32 {
    let padded = text + [UInt8](repeating: 0, count: TextStore.slack)
    return unsafe padded.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return code(unsafe Cell(start: start, count: text.count))
    }
  }

  private mutating func enter(_ entry: Int, _ hash: UInt32) {
    var slot = Int(hash >> (32 - bits))
    let mask = 1 << Int(bits) - 1
    while unsafe table[slot] != 0 { slot = (slot + 1) & mask }
    unsafe table[slot] = UInt64(hash) << 32 | UInt64(entry + 1)
  }

  private mutating func enlarge() {
    bits += 1
    unsafe (table, memory) = Self.zeros(bits)
    for (entry, hash) in hashes.enumerated() { enter(entry, hash) }
  }
}

/// A text and its hash.
struct HashedCell {
  let cell: Cell
  let hash: UInt32
}
