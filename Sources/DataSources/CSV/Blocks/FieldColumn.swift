#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The fields of one column in some records, one below the other.
///
/// Fields come without quotes, without the second of doubled quotes and without outer spaces:
/// statistics agencies pad codes, names and numbers to a fixed width, and a code that keeps its
/// padding joins with nothing.
protocol FieldColumn {
  /// The number of records.
  var rows: Int { get }
  /// The field of a record; eight bytes behind it are readable. It stays where it is until the
  /// column is asked for again.
  func cell(_ row: Int) -> Cell
}

/// A column of which a careful scan noted the places.
@safe
struct PlacedColumn: FieldColumn {
  let batch: FieldBatch
  let slot: Int

  var rows: Int { batch.rows }

  @inline(__always)
  func cell(_ row: Int) -> Cell { batch.field(row, slot) }
}

/// A column between separators of which a scan of the structure noted the places.
@safe
struct IndexedColumn: FieldColumn {
  let rows: Int
  private let bytes: UnsafePointer<UInt8>
  /// The place before the first record's field; behind it stands the one after it.
  private let index: UnsafePointer<UInt32>
  private let stride: Int
  private let endsRecord: Bool
  private let room: UnescapingRoom

  /// Makes the column of field `field` of records with `stride` fields. `index` begins with the
  /// place before the first record, and counts separators. With `keepsRoom` the fields of the
  /// column before stay where they are too.
  init(
    _ bytes: UnsafePointer<UInt8>, index: UnsafePointer<UInt32>, rows: Int, field: Int,
    stride: Int, room: UnescapingRoom, keepsRoom: Bool
  ) {
    unsafe self.bytes = bytes
    unsafe self.index = index + field
    self.rows = rows
    self.stride = stride
    endsRecord = field == stride - 1
    self.room = room
    if !keepsRoom { room.used = 0 }
  }

  @inline(__always)
  func cell(_ row: Int) -> Cell {
    let place = unsafe index + row &* stride
    let first = unsafe Int(place[0] &+ 1)
    var start = unsafe bytes + first
    var count = unsafe Int(place[1]) &- first
    if count > 0 {
      if endsRecord, unsafe start[count &- 1] == 0x0D { count &-= 1 }
      if unsafe start[0] == 0x22 {
        let cell = unsafe room.unquoted(start + 1, count &- 2)
        unsafe start = cell.start
        count = cell.count
      }
    }
    return unsafe Cell(trimming: start, count)
  }
}

/// Room for fields that held doubled quotes, which are written out here without touching the text.
@safe
final class UnescapingRoom {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity = 0
  /// How much of the room holds fields that are in use.
  var used = 0

  /// Makes no room yet.
  init() {
    unsafe bytes = .allocate(capacity: 1)
  }

  deinit {
    unsafe bytes.deallocate()
  }

  /// Makes room for all fields of a text of `count` bytes, each read twice; what was in it is gone.
  func reserve(_ count: Int) {
    guard capacity < count * 2 else { return }
    unsafe bytes.deallocate()
    capacity = count * 2
    unsafe bytes = .allocate(capacity: capacity + BlockBuffer.slack)
  }

  /// A quoted field: where it stands when it holds no quote, else here with one of each pair.
  @inline(never)
  func unquoted(_ start: UnsafePointer<UInt8>, _ count: Int) -> Cell {
    guard count > 0, let first = unsafe Self.quote(start, count), used + count <= capacity else {
      return unsafe Cell(start: start, count: max(0, count))
    }
    let target = unsafe bytes + used
    var read = 0
    var written = 0
    var quote = Optional(first)
    while read < count {
      // Up to the first quote of a pair, or all that is left.
      let length = quote.map { $0 &+ 1 } ?? count &- read
      unsafe (target + written).update(from: start + read, count: length)
      written &+= length
      read &+= length &+ 1
      quote = read < count ? unsafe Self.quote(start + read, count &- read) : nil
    }
    used += written
    return unsafe Cell(start: target, count: written)
  }

  /// The place of the first quote; nil without one.
  @inline(__always)
  private static func quote(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    guard let found = unsafe memchr(start, 0x22, count) else { return nil }
    return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(start)
  }
}
