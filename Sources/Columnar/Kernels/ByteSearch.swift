/// Finds bytes in bytes, many places at a time: a place is looked at where both the first and the
/// last byte stand right (W. Muła, "SIMD-friendly algorithms for substring searching", 2018).
package struct ByteSearch: Sendable {
  private let wanted: [UInt8]
  private let first: SIMD16<UInt8>
  private let last: SIMD16<UInt8>

  /// Makes a search for bytes; no bytes at all are found everywhere.
  package init(_ wanted: [UInt8]) {
    self.wanted = wanted
    first = SIMD16(repeating: wanted.first ?? 0)
    last = SIMD16(repeating: wanted.last ?? 0)
  }

  /// Whether the bytes occur in a piece of memory.
  package func isFound(in bytes: UnsafeRawBufferPointer) -> Bool {
    guard let start = bytes.baseAddress, wanted.count <= bytes.count else { return wanted.isEmpty }
    return unsafe wanted.withUnsafeBufferPointer { wanted in
      guard wanted.count > 0 else { return true }
      let ends = bytes.count - wanted.count + 1
      let reach = wanted.count - 1
      var place = 0
      // Mostly nothing is found: one question for 64 places.
      while place + 64 <= ends {
        let here = unsafe start + place
        let hits =
          unsafe hits(here, reach) | hits(here + 16, reach)
          | hits(here + 32, reach) | hits(here + 48, reach)
        if hits[0] | hits[1] != 0 {
          for step in stride(from: 0, to: 64, by: 16)
          where unsafe isEqual(here + step, wanted, at: self.hits(here + step, reach)) {
            return true
          }
        }
        place &+= 64
      }
      while place + 16 <= ends {
        if unsafe isEqual(start + place, wanted, at: hits(start + place, reach)) { return true }
        place &+= 16
      }
      while place < ends {
        if unsafe Self.isEqual(start + place, wanted) { return true }
        place &+= 1
      }
      return false
    }
  }

  /// Of sixteen places those where the first and the last byte stand right: all bits of a byte.
  @inline(__always)
  private func hits(_ start: UnsafeRawPointer, _ reach: Int) -> SIMD2<UInt64> {
    let one = unsafe start.loadUnaligned(as: SIMD16<UInt8>.self)
    let other = unsafe start.loadUnaligned(fromByteOffset: reach, as: SIMD16<UInt8>.self)
    return unsafe unsafeBitCast(one .== first, to: SIMD2<UInt64>.self)
      & unsafeBitCast(other .== last, to: SIMD2<UInt64>.self)
  }

  /// Whether the bytes stand at one of the places that were hit.
  @inline(__always)
  private func isEqual(
    _ start: UnsafeRawPointer, _ wanted: UnsafeBufferPointer<UInt8>, at hits: SIMD2<UInt64>
  ) -> Bool {
    for half in 0..<2 {
      var left = UInt64(littleEndian: hits[half])
      while left != 0 {
        let place = left.trailingZeroBitCount / 8
        if unsafe Self.isEqual(start + (half * 8 + place), wanted) { return true }
        left &= ~(0xFF << UInt64(8 * place))
      }
    }
    return false
  }

  private static func isEqual(
    _ bytes: UnsafeRawPointer, _ wanted: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for index in wanted.indices
    where unsafe bytes.load(fromByteOffset: index, as: UInt8.self) != wanted[index] {
      return false
    }
    return true
  }
}
