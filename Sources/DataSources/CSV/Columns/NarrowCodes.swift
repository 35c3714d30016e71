import Columnar

/// Numbers below some greatest one, each in as few bytes as that one needs.
@safe
final class NarrowCodes: @unchecked Sendable {
  let count: Int
  let width: PackedCodes.Width
  private let bytes: UnsafeMutableRawPointer
  private let memory: PieceMemory

  /// Copies what `code` gives for each row into room of its own or some that it shares; none is
  /// above `greatest`.
  @inline(__always)
  init(count: Int, greatest: UInt64, in room: PieceRoom? = nil, _ code: (Int) -> UInt64) {
    self.count = count
    width = PackedCodes.Width(holding: greatest)
    let byteCount = count * width.rawValue
    if let room {
      unsafe (bytes, memory) = room.take(byteCount)
    } else {
      memory = PieceMemory(byteCount)
      unsafe bytes = memory.bytes
    }
    switch width {
    case .one: unsafe Self.fill(bytes, count, as: UInt8.self, code)
    case .two: unsafe Self.fill(bytes, count, as: UInt16.self, code)
    case .four: unsafe Self.fill(bytes, count, as: UInt32.self, code)
    case .eight: unsafe Self.fill(bytes, count, as: UInt64.self, code)
    }
  }

  /// A copy for a column.
  var packed: PackedCodes {
    let buffer = CodeBuffer(byteCount: count * width.rawValue)
    unsafe buffer.bytes.copyMemory(from: bytes, byteCount: buffer.byteCount)
    return PackedCodes(buffer, count: count, width: width)
  }

  /// Hands every number to `body`, with its row.
  @inline(__always)
  func visit(_ body: (Int, UInt64) -> Void) {
    switch width {
    case .one: unsafe Self.each(bytes, count, as: UInt8.self, body)
    case .two: unsafe Self.each(bytes, count, as: UInt16.self, body)
    case .four: unsafe Self.each(bytes, count, as: UInt32.self, body)
    case .eight: unsafe Self.each(bytes, count, as: UInt64.self, body)
    }
  }

  @inline(__always)
  private static func fill<Code: FixedWidthInteger & UnsignedInteger>(
    _ bytes: UnsafeMutableRawPointer, _ count: Int, as type: Code.Type, _ code: (Int) -> UInt64
  ) {
    let codes = unsafe bytes.bindMemory(to: Code.self, capacity: count)
    for row in 0..<count { unsafe codes[row] = Code(truncatingIfNeeded: code(row)) }
  }

  @inline(__always)
  private static func each<Code: FixedWidthInteger & UnsignedInteger>(
    _ bytes: UnsafeMutableRawPointer, _ count: Int, as type: Code.Type,
    _ body: (Int, UInt64) -> Void
  ) {
    let codes = unsafe bytes.assumingMemoryBound(to: Code.self)
    for row in 0..<count { unsafe body(row, UInt64(codes[row])) }
  }
}

/// Room for one number a row that grows and is used again, piece after piece.
@safe
struct RowRoom<Element: FixedWidthInteger>: ~Copyable {
  private(set) var rows: UnsafeMutablePointer<Element>
  private var capacity = 0

  /// Makes no room yet.
  init() {
    unsafe rows = .allocate(capacity: 1)
  }

  deinit {
    unsafe rows.deallocate()
  }

  /// Makes room for so many rows and keeps the first `kept`.
  mutating func reserve(_ count: Int, keeping kept: Int) {
    guard count > capacity else { return }
    capacity = max(count, capacity * 2, 64)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    unsafe larger.update(from: rows, count: kept)
    unsafe rows.deallocate()
    unsafe rows = larger
  }
}
