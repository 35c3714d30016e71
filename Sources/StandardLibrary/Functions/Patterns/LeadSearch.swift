/// Finds the first place in a text where a pattern may begin: where one of a few bytes stands, or two
/// of them one after another, sixteen places at a time.
///
/// A class, for its vectors are read where they stand: copied for each text they cost more than the
/// search.
final class LeadSearch: Sendable {
  /// Bytes that a pattern may begin with.
  struct Lead: Equatable, Sendable {
    let first: UInt8
    /// The byte behind it; nil for any, or none.
    let second: UInt8?
  }

  private typealias Bytes = SIMD16<UInt8>
  private let leads: [Lead]
  /// Four of them, some more than once; the mask of the second byte is 0 where it may be any.
  private let firsts: (Bytes, Bytes, Bytes, Bytes)
  private let seconds: (Bytes, Bytes, Bytes, Bytes)
  private let masks: (Bytes, Bytes, Bytes, Bytes)

  /// More leads than this are not looked for.
  static let most = 4

  /// Makes a search for some leads; nil for none, or too many.
  init?(_ leads: [Lead]) {
    guard let last = leads.last, leads.count <= Self.most else { return nil }
    self.leads = leads
    let all = leads + [Lead](repeating: last, count: Self.most - leads.count)
    func four(_ byte: (Lead) -> UInt8) -> (Bytes, Bytes, Bytes, Bytes) {
      let bytes = all.map { Bytes(repeating: byte($0)) }
      return (bytes[0], bytes[1], bytes[2], bytes[3])
    }
    firsts = four { $0.first }
    seconds = four { $0.second ?? 0 }
    masks = four { $0.second == nil ? 0 : .max }
  }

  /// The first place from `start` on where a lead stands; the number of bytes without one.
  @inline(__always)
  func place(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let memory = bytes.baseAddress, bytes.count >= 17 else {
      return unsafe placeOneByOne(in: bytes, from: start)
    }
    // The last place of which the byte behind is there too.
    let end = bytes.count &- 17
    var block = start
    while block <= end {
      let hits = unsafe hits(memory + block)
      if hits.low | hits.high != 0 { return block &+ Self.first(hits.low, hits.high) }
      block &+= 16
    }
    // What is left, with places before it that were looked at already.
    let left = unsafe hits(memory + end)
    let before = min(block &- end, 16)
    let low = before < 8 ? left.low & (.max << UInt64(8 &* before)) : 0
    let high = before <= 8 ? left.high : left.high & (.max << UInt64(8 &* (before &- 8)))
    if low | high != 0 { return end &+ Self.first(low, high) }
    return unsafe placeOneByOne(in: bytes, from: max(start, bytes.count &- 1))
  }

  /// All ones in the bytes at whose places a lead stands, of sixteen; seventeen are looked at.
  @inline(__always)
  private func hits(_ memory: UnsafeRawPointer) -> (low: UInt64, high: UInt64) {
    let one = unsafe memory.loadUnaligned(as: Bytes.self)
    let two = unsafe memory.loadUnaligned(fromByteOffset: 1, as: Bytes.self)
    let found =
      (one .== firsts.0 .& (two & masks.0) .== seconds.0)
      .| (one .== firsts.1 .& (two & masks.1) .== seconds.1)
      .| (one .== firsts.2 .& (two & masks.2) .== seconds.2)
      .| (one .== firsts.3 .& (two & masks.3) .== seconds.3)
    let words = unsafe unsafeBitCast(found, to: SIMD2<UInt64>.self)
    return (words[0], words[1])
  }

  /// The first of sixteen bytes that is set, of which one is.
  @inline(__always)
  private static func first(_ low: UInt64, _ high: UInt64) -> Int {
    low != 0
      ? UInt64(littleEndian: low).trailingZeroBitCount / 8
      : 8 &+ UInt64(littleEndian: high).trailingZeroBitCount / 8
  }

  private func placeOneByOne(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    for place in start..<max(start, bytes.count) {
      let byte = unsafe bytes[place]
      for lead in leads where lead.first == byte {
        guard let second = lead.second else { return place }
        if place + 1 < bytes.count, unsafe bytes[place + 1] == second { return place }
      }
    }
    return bytes.count
  }
}
