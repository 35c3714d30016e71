import CBytes

/// Finds bytes in bytes, many places at a time: a place is looked at where two of the bytes stand
/// right (W. Muła, "SIMD-friendly algorithms for substring searching", 2018), those that are least
/// common in text.
package struct ByteSearch: Sendable {
  private let wanted: [UInt8]
  /// The places of two of them, or of one twice.
  private let first: Int
  private let second: Int
  private let version: Int32

  /// Makes a search for bytes; no bytes at all are found everywhere.
  package init(_ wanted: [UInt8]) { self.init(wanted, version: Self.best) }

  /// The fastest version of the kernel that this machine can run; those below it run too.
  static let best = cb_best_version()

  /// The same with a version of the kernel, which must be one that this machine can run.
  init(_ wanted: [UInt8], version: Int32) {
    self.wanted = wanted
    self.version = version
    let places = wanted.indices.sorted { Self.commonness(wanted[$0]) < Self.commonness(wanted[$1]) }
    let rarest = places.prefix(2).sorted()
    first = rarest.first ?? 0
    second = rarest.last ?? 0
  }

  /// What occurs most in Dutch text, the most common last; all else is seldom.
  private static let common = Array("fzcjwpbumkvhglsdoritane ".utf8)

  private static func commonness(_ byte: UInt8) -> Int {
    common.firstIndex(of: byte).map { $0 + 1 } ?? 0
  }

  /// Whether the bytes occur in a piece of memory.
  package func isFound(in bytes: UnsafeRawBufferPointer) -> Bool {
    guard let start = bytes.baseAddress, wanted.count <= bytes.count else { return wanted.isEmpty }
    return unsafe wanted.withUnsafeBufferPointer { wanted in
      guard wanted.count > 0 else { return true }
      let (one, other) = unsafe (wanted[first], wanted[second])
      let reach = second - first
      let places = unsafe start.assumingMemoryBound(to: UInt8.self) + first
      let ends = bytes.count - wanted.count + 1
      var place = 0
      while place < ends {
        place &+= unsafe cb_find_pair(version, places + place, ends &- place, one, other, reach)
        if place < ends, unsafe Self.isEqual(start + place, wanted) { return true }
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
