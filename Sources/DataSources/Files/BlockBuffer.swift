import SourceText

/// A window on a text that is read from front to back, as UTF-8.
///
/// `bytes[position..<end]` is what was read and not yet used up; it is well formed and free of
/// NUL. Behind it stand a line feed and a quote, so that searches need not look for the end, and
/// readable room for loads of eight bytes. ``refill()`` moves the window and keeps what is unused.
@safe
struct BlockBuffer: ~Copyable {
  private let reading: ByteReading
  private let encoding: CSVOptions.Encoding
  private let limit: Int
  private let isChecked: Bool
  private var capacity: Int
  private var taken = 0
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var end = 0
  /// Offset of `bytes[0]` in the text as UTF-8.
  private(set) var base = 0
  /// Whether nothing comes after `end`.
  private(set) var isLast = false
  /// The byte at `end` when it cannot be part of a text; nothing is read beyond it.
  private(set) var broken: UInt8?
  /// The first byte not used up.
  var position = 0

  /// Bytes of a first window: small enough to stay in the processor's own memory.
  static let usual = 1 << 18
  /// Bytes readable behind the end.
  static let slack = 64

  /// Opens an origin, up to an offset in it. In UTF-8 it may be opened at an offset, and its bytes
  /// may be left unchecked: then they need not be text.
  static func open(
    _ origin: ByteOrigin, encoding: CSVOptions.Encoding, limit: Int? = nil, size: Int = usual,
    from start: Int = 0, isChecked: Bool = true
  ) throws(Diagnostic) -> BlockBuffer {
    let reading = try ByteReading(origin)
    let limit = min(limit ?? origin.count, origin.count)
    // A small file needs no large window: four bytes for each, as page 1252 may need.
    let capacity = max(8, min(size, limit <= size / 4 ? limit * 4 + 4 : size))
    var block = BlockBuffer(reading, encoding, limit, capacity, isChecked: isChecked)
    block.base = start
    block.taken = start
    try block.refill()
    if start == 0 { block.skipMark() }
    return block
  }

  private init(
    _ reading: consuming ByteReading, _ encoding: CSVOptions.Encoding, _ limit: Int,
    _ capacity: Int, isChecked: Bool
  ) {
    self.reading = reading
    self.encoding = encoding
    self.limit = limit
    self.isChecked = isChecked
    self.capacity = capacity
    unsafe bytes = .allocate(capacity: capacity + Self.slack)
    unsafe bytes.initialize(repeating: 0, count: capacity + Self.slack)
  }

  deinit {
    unsafe bytes.deallocate()
  }

  /// Whether ``refill()`` brings more.
  var hasMore: Bool { !isLast && broken == nil }

  /// Reads on; whatever stood before `position` is gone. Grows when nothing was used up.
  mutating func refill() throws(Diagnostic) {
    guard hasMore else { return }
    let kept = end - position
    if kept > capacity / 2 { grow() }
    if position > 0 {
      unsafe bytes.update(from: bytes + position, count: kept)
      base += position
      position = 0
    }
    let start = kept
    switch encoding {
    case .utf8: end = kept + (try take(min(capacity - kept, limit - taken), at: kept))
    case .windows1252:
      // The raw bytes stand at the back of the room and are written out from its front.
      let count = min((capacity - kept) / (Windows1252.widest + 1), limit - taken)
      _ = try take(count, at: capacity - count)
      let raw = unsafe UnsafeRawBufferPointer(start: bytes + capacity - count, count: count)
      let written = unsafe Windows1252.transcode(raw, into: bytes + kept)
      end = kept + written
    }
    isLast = taken >= limit
    if isChecked { check(from: start) }
    unsafe bytes[end] = 0x0A
    unsafe bytes[end + 1] = 0x22
  }

  /// Tells whether the file stayed the same all the while.
  func confirmUnchanged() throws(Diagnostic) {
    try reading.confirmUnchanged()
  }

  /// Passes over the mark that some programs put before UTF-8 text.
  private mutating func skipMark() {
    guard end >= 3, unsafe bytes[0] == 0xEF, unsafe bytes[1] == 0xBB, unsafe bytes[2] == 0xBF
    else { return }
    position = 3
  }

  private mutating func take(_ count: Int, at index: Int) throws(Diagnostic) -> Int {
    let room = unsafe UnsafeMutableRawBufferPointer(start: bytes + index, count: count)
    let got = unsafe try reading.read(into: room, at: taken)
    taken += got
    return got
  }

  /// Ends the window before a fault; a sequence that is only cut off is read again with its rest.
  private mutating func check(from start: Int) {
    guard let fault = unsafe ByteCheck.firstFault(bytes, start, end) else { return }
    let tail = end - fault
    if encoding == .utf8, !isLast, tail <= 3, unsafe bytes[fault] != 0 {
      taken -= tail
    } else {
      broken = unsafe bytes[fault]
    }
    isLast = false
    end = fault
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + Self.slack)
    unsafe larger.initialize(repeating: 0, count: capacity * 2 + Self.slack)
    unsafe larger.update(from: bytes, count: end)
    unsafe bytes.deallocate()
    unsafe bytes = larger
    capacity *= 2
  }
}
