/// A table of outcomes by code, of codes of one byte, that has the same for nearly all of them: most
/// conditions ask for a value or two.
struct FewOutcomes {
  /// What nearly all codes have.
  private let rest: UInt8
  /// Four other codes, some more than once, and what is different of each.
  private let codes: SIMD4<UInt8>
  private let changes: SIMD4<UInt8>
  private let count: Int

  private typealias Bytes = SIMD16<UInt8>
  private static let most = 4

  /// Nil when too many codes have outcomes of their own.
  init?(_ table: UnsafeBufferPointer<UInt8>) {
    guard table.count > Self.most, table.count <= 256 else { return nil }
    var found = [Int](repeating: 0, count: 256)
    for index in table.indices { found[Int(unsafe table[index])] += 1 }
    let rest = UInt8(found.indices.max { found[$0] < found[$1] } ?? 0)
    guard table.count - found[Int(rest)] <= Self.most else { return nil }
    self.rest = rest
    var (codes, changes, count) = (SIMD4<UInt8>.zero, SIMD4<UInt8>.zero, 0)
    for index in table.indices where unsafe table[index] != rest {
      codes[count] = UInt8(index)
      changes[count] = unsafe table[index] ^ rest
      count += 1
    }
    self.codes = codes
    self.changes = changes
    self.count = count
  }

  /// Whether a condition holds or does not for each code, and no missing value decides.
  var isDefinite: Bool {
    rest <= 1 && (0..<count).allSatisfy { rest ^ changes[$0] <= 1 }
  }

  /// Writes the outcomes of rows.
  func look(_ rows: UnsafePointer<UInt8>, _ room: UnsafeMutablePointer<UInt8>, count: Int) {
    unsafe visit(rows, room, count) { _, outcome in outcome }
  }

  /// Makes those outcomes 0 that do not hold here; it is definite.
  func narrow(_ rows: UnsafePointer<UInt8>, _ room: UnsafeMutablePointer<UInt8>, count: Int) {
    // All ones where it holds.
    unsafe visit(rows, room, count) { held, outcome in held & (.zero &- outcome) }
  }

  @inline(__always)
  private func visit(
    _ rows: UnsafePointer<UInt8>, _ room: UnsafeMutablePointer<UInt8>, _ count: Int,
    _ body: (Bytes, Bytes) -> Bytes
  ) {
    switch self.count {
    case 0: unsafe visit(rows, room, count, others: 0, body)
    case 1: unsafe visit(rows, room, count, others: 1, body)
    case 2: unsafe visit(rows, room, count, others: 2, body)
    default: unsafe visit(rows, room, count, others: 4, body)
    }
  }

  @inline(__always)
  private func visit(
    _ rows: UnsafePointer<UInt8>, _ room: UnsafeMutablePointer<UInt8>, _ count: Int, others: Int,
    _ body: (Bytes, Bytes) -> Bytes
  ) {
    let source = unsafe UnsafeRawPointer(rows)
    let target = UnsafeMutableRawPointer(room)
    let size = MemoryLayout<Bytes>.size
    var row = 0
    while row &+ size <= count {
      let own = unsafe source.loadUnaligned(fromByteOffset: row, as: Bytes.self)
      let held = unsafe target.loadUnaligned(fromByteOffset: row, as: Bytes.self)
      let outcome = outcome(own, others: others)
      unsafe target.storeBytes(of: body(held, outcome), toByteOffset: row, as: Bytes.self)
      row &+= size
    }
    while row < count {
      let outcome = unsafe outcome(Bytes(repeating: rows[row]), others: others)
      unsafe room[row] = body(Bytes(repeating: room[row]), outcome)[0]
      row &+= 1
    }
  }

  @inline(__always)
  private func outcome(_ own: Bytes, others: Int) -> Bytes {
    var outcome = Bytes(repeating: rest)
    for other in 0..<others {
      let isOther = unsafe unsafeBitCast(own .== Bytes(repeating: codes[other]), to: Bytes.self)
      outcome ^= isOther & Bytes(repeating: changes[other])
    }
    return outcome
  }
}
