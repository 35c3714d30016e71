/// Finds bytes in bytes, sixteen places at a time: a place is looked at where both the first and the
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
      while place + 16 <= ends {
        let one = unsafe start.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
        let other = unsafe start.loadUnaligned(
          fromByteOffset: place &+ reach, as: SIMD16<UInt8>.self)
        let hits =
          unsafe unsafeBitCast(one .== first, to: SIMD2<UInt64>.self)
          & unsafeBitCast(other .== last, to: SIMD2<UInt64>.self)
        if hits[0] | hits[1] != 0 {
          for index in place..<(place + 16)
          where unsafe Self.isEqual(start + index, wanted) { return true }
        }
        place &+= 16
      }
      while place < ends {
        if unsafe Self.isEqual(start + place, wanted) { return true }
        place &+= 1
      }
      return false
    }
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
