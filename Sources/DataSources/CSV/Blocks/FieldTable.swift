/// Where one field stands in a block: without its quotes, and at most 2^31 - 1 bytes long.
struct FieldPlace {
  var start: UInt32
  /// The length times two, plus one when the field holds doubled quotes.
  var extent: UInt32

  init(start: Int, length: Int, hasDoubledQuotes: Bool) {
    self.start = UInt32(truncatingIfNeeded: start)
    extent = UInt32(truncatingIfNeeded: length) << 1 | (hasDoubledQuotes ? 1 : 0)
  }
}

/// The places of the wanted fields of some records, in one piece of memory.
///
/// A record takes `stride` entries: one for each wanted column and a last one into which all
/// other fields are written, so that the scanner need not ask which is which.
///
/// Invariant: only fields of the current block are in it.
@safe
struct FieldTable: ~Copyable {
  let stride: Int
  let capacity: Int
  let places: UnsafeMutablePointer<FieldPlace>
  /// For each field of a record its entry.
  let slots: UnsafeMutablePointer<Int>
  let fieldCount: Int

  /// Makes room for records of `fieldCount` fields of which some are wanted, in the given order.
  init(fieldCount: Int, wanted: [Int], most: Int = .max) {
    self.fieldCount = fieldCount
    stride = wanted.count + 1
    capacity = min(max(16, 40_000 / stride), most)
    unsafe places = .allocate(capacity: stride * capacity)
    unsafe places.initialize(
      repeating: FieldPlace(start: 0, length: 0, hasDoubledQuotes: false), count: stride * capacity)
    unsafe slots = .allocate(capacity: max(fieldCount, 1))
    unsafe slots.initialize(repeating: wanted.count, count: max(fieldCount, 1))
    for (slot, field) in wanted.enumerated() { unsafe slots[field] = slot }
  }

  deinit {
    unsafe places.deallocate()
    unsafe slots.deallocate()
  }

  /// Makes one quote of each pair in the fields of the first `rows` records, within the block.
  func unescape(rows: Int, in bytes: UnsafeMutablePointer<UInt8>) {
    for index in 0..<(rows * stride) where unsafe places[index].extent & 1 == 1 {
      let place = unsafe places[index]
      let start = Int(place.start)
      let end = start + Int(place.extent >> 1)
      var read = start
      var write = start
      while read < end {
        let byte = unsafe bytes[read]
        unsafe bytes[write] = byte
        write += 1
        read += byte == 0x22 ? 2 : 1
      }
      unsafe places[index] = FieldPlace(
        start: start, length: write - start, hasDoubledQuotes: false)
    }
  }
}

/// The fields of some records, ready to be read column by column.
@safe
struct FieldBatch {
  let bytes: UnsafeMutablePointer<UInt8>
  let places: UnsafeMutablePointer<FieldPlace>
  let stride: Int
  let rows: Int

  /// The bytes of a field without outer spaces; eight bytes behind them are readable.
  @inline(__always)
  func field(_ row: Int, _ slot: Int) -> Cell {
    let place = unsafe places[row &* stride &+ slot]
    return unsafe Cell(trimming: bytes + Int(place.start), Int(place.extent >> 1))
  }
}

/// The bytes of one field; valid until its block is refilled.
@safe
struct Cell {
  let start: UnsafePointer<UInt8>
  let count: Int

  @inline(__always)
  init(start: UnsafePointer<UInt8>, count: Int) {
    unsafe self.start = start
    self.count = count
  }

  /// The bytes without outer spaces.
  @inline(__always)
  init(trimming bytes: UnsafePointer<UInt8>, _ length: Int) {
    var first = unsafe bytes
    var length = length
    while length > 0, unsafe first[0] == 0x20 {
      unsafe first += 1
      length &-= 1
    }
    while length > 0, unsafe first[length &- 1] == 0x20 { length &-= 1 }
    unsafe start = first
    count = length
  }

  /// The eight bytes from its start on, the first in the lowest bits.
  @inline(__always)
  var firstWord: UInt64 { unsafe Self.word(start) }

  /// Eight bytes as a number, the first in the lowest bits.
  @inline(__always)
  static func word(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    unsafe UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
  }

  /// A copy as text.
  var text: String {
    unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// A copy of the bytes.
  var bytes: [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// Whether it is well-formed UTF-8 without NUL; eight bytes behind it must be readable.
  var isText: Bool {
    unsafe ByteCheck.firstFault(start, 0, count) == nil
  }

  /// Whether it is spelled exactly so.
  func equals(_ other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    for index in 0..<count where unsafe start[index] != other[index] { return false }
    return true
  }
}
