import Columnar

/// Gives the distinct texts of a column their codes, straight from bytes.
///
/// An open-addressing table of hashes and entries over one arena of bytes: no text is made before
/// ``finish()``. Codes count from 0 in order of first appearance. As everywhere, two spellings
/// that are canonically equivalent (ú as one scalar or as two) are one text: the first one's.
@safe
struct TextInterner: ~Copyable {
  /// Hash in the upper half, entry + 1 in the lower; 0 is free. Its size is a power of two.
  private var table: UnsafeMutablePointer<UInt64>
  private var mask: Int
  private var arena: UnsafeMutablePointer<UInt8>
  private var arenaCapacity: Int
  /// Where entry n begins; the next one's begin is its end.
  private var starts: [Int] = [0]
  /// The code of each entry: its own number as long as no two are equivalent.
  private var codes: [UInt32] = []
  /// The entry that gave each code its text.
  private var entries: [Int] = []
  private var accented: [String: UInt32] = [:]
  /// Whether a text was asked for that is not UTF-8 or holds NUL; it got code 0.
  var hasBrokenText = false
  private static let slack = 16

  /// Makes an empty table.
  init() {
    mask = 255
    unsafe table = .allocate(capacity: 256)
    unsafe table.initialize(repeating: 0, count: 256)
    arenaCapacity = 1 << 12
    unsafe arena = .allocate(capacity: arenaCapacity + Self.slack)
    unsafe arena.initialize(repeating: 0, count: arenaCapacity + Self.slack)
  }

  deinit {
    unsafe table.deallocate()
    unsafe arena.deallocate()
  }

  /// The number of distinct texts.
  var count: Int { entries.count }

  /// The code of a text; eight bytes behind the cell must be readable.
  mutating func code(_ cell: Cell) -> UInt32 {
    let hash = Self.hash(cell)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let found = unsafe table[slot]
      if found == 0 { return insert(cell, hash) }
      if found >> 32 == hash >> 32 {
        let entry = Int(truncatingIfNeeded: found & 0xFFFF_FFFF) - 1
        let start = starts[entry]
        if starts[entry + 1] - start == cell.count,
          unsafe Self.areEqual(arena + start, cell.start, cell.count)
        {
          return codes[entry]
        }
      }
      slot = (slot + 1) & mask
    }
  }

  /// The bytes of a code's text.
  func withCell<Result>(_ code: Int, _ body: (Cell) -> Result) -> Result {
    let entry = entries[code]
    return unsafe body(
      Cell(start: arena + starts[entry], count: starts[entry + 1] - starts[entry]))
  }

  /// The texts by code.
  func finish() -> TextDictionary {
    var bytes: [UInt8] = []
    var begins = [0]
    begins.reserveCapacity(count + 1)
    if entries.count == codes.count {
      unsafe bytes.append(
        contentsOf: UnsafeBufferPointer(start: arena, count: starts[starts.count - 1]))
      begins = starts
    } else {
      for code in 0..<count {
        withCell(code) { bytes += $0.bytes }
        begins.append(bytes.count)
      }
    }
    return TextDictionary(TextArena(bytes: bytes, starts: begins))
  }

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

  /// Multiplies each eight bytes into the state and folds the halves of the product together; the
  /// constants are odd bits of the golden ratio and of pi. Never leaves the process.
  @inline(__always)
  private static func hash(_ cell: Cell) -> UInt64 {
    var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(cell.count)
    var index = 0
    while cell.count &- index >= 8 {
      unsafe fold(&state, Cell.word(cell.start + index))
      index &+= 8
    }
    let rest = cell.count &- index
    if rest > 0 { unsafe fold(&state, Cell.word(cell.start + index) << UInt64(64 &- 8 &* rest)) }
    return state
  }

  @inline(__always)
  private static func fold(_ state: inout UInt64, _ word: UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: 0x2437_8D31_3198_A2E1)
    state = product.high ^ product.low &+ 0x9E37_79B9
  }

  private mutating func insert(_ cell: Cell, _ hash: UInt64) -> UInt32 {
    guard cell.isText else {
      hasBrokenText = true
      return 0
    }
    let known = equivalent(cell)
    let entry = codes.count
    append(cell)
    // Looking for an equivalent may have filled the slot that was free.
    var slot = Int(truncatingIfNeeded: hash) & mask
    while unsafe table[slot] != 0 { slot = (slot + 1) & mask }
    unsafe table[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(entry + 1)
    let code = known ?? UInt32(truncatingIfNeeded: entries.count)
    codes.append(code)
    if known == nil { entries.append(entry) }
    if codes.count * 2 > mask { enlarge() }
    return code
  }

  private mutating func append(_ cell: Cell) {
    let end = starts[starts.count - 1]
    if end + cell.count > arenaCapacity {
      let larger = (end + cell.count) * 2
      let room = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.slack)
      unsafe room.initialize(repeating: 0, count: larger + Self.slack)
      unsafe room.update(from: arena, count: end)
      unsafe arena.deallocate()
      unsafe arena = room
      arenaCapacity = larger
    }
    unsafe (arena + end).update(from: cell.start, count: cell.count)
    starts.append(end + cell.count)
  }

  /// The code of another spelling of the same text, or nil; remembers this one. An ASCII text has
  /// no other spelling but with one of three signs that Unicode keeps for old character sets.
  private mutating func equivalent(_ cell: Cell) -> UInt32? {
    var isPlain = true
    for index in 0..<cell.count where unsafe cell.start[index] >= 0x80 { isPlain = false }
    if isPlain { return nil }
    let text = cell.text
    if let code = accented[text] { return code }
    if let plain = Self.plainSpelling(of: text) { return self.code(plain) }
    accented[text] = UInt32(truncatingIfNeeded: entries.count)
    return nil
  }

  /// The code of a text that stands nowhere in a block.
  private mutating func code(_ text: [UInt8]) -> UInt32 {
    let padded = text + [UInt8](repeating: 0, count: Self.slack)
    return unsafe padded.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return code(unsafe Cell(start: start, count: text.count))
    }
  }

  /// A text in ASCII that is canonically equivalent (Unicode 16, singleton decompositions).
  private static func plainSpelling(of text: String) -> [UInt8]? {
    var plain: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x80: plain.append(UInt8(scalar.value))
      case 0x212A: plain.append(UInt8(ascii: "K"))
      case 0x037E: plain.append(UInt8(ascii: ";"))
      case 0x1FEF: plain.append(UInt8(ascii: "`"))
      default: return nil
      }
    }
    return plain
  }

  private mutating func enlarge() {
    let size = (mask + 1) * 2
    let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: size)
    unsafe larger.initialize(repeating: 0, count: size)
    for old in 0...mask {
      let found = unsafe table[old]
      guard found != 0 else { continue }
      // The slot takes the lower half of the hash, which is not kept: it is made again.
      let entry = Int(truncatingIfNeeded: found & 0xFFFF_FFFF) - 1
      let hash = unsafe Self.hash(
        Cell(start: arena + starts[entry], count: starts[entry + 1] - starts[entry]))
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while unsafe larger[slot] != 0 { slot = (slot + 1) & (size - 1) }
      unsafe larger[slot] = found
    }
    unsafe table.deallocate()
    unsafe table = larger
    mask = size - 1
  }
}
