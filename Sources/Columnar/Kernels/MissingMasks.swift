/// Joining the reasons and the coverage of several columns row by row.
package enum MissingMasks {
  /// Whether a mask has a missing row.
  package static func hasMissing(_ mask: [UInt8]) -> Bool { hasMissing(mask, in: mask.indices) }

  /// Whether a mask has a missing row in a range.
  static func hasMissing(_ mask: [UInt8], in range: Range<Int>) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= mask.count)
    return unsafe mask.withUnsafeBytes { bytes in
      var index = range.lowerBound
      while index + 64 <= range.upperBound {
        let some = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD8<UInt64>.self)
        if some != .zero { return true }
        index += 64
      }
      while index + 8 <= range.upperBound {
        if unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) != 0 { return true }
        index += 8
      }
      if index < range.upperBound, range.count >= 8 {
        // What is left, with some that were looked at already.
        let last = range.upperBound - 8
        return unsafe bytes.loadUnaligned(fromByteOffset: last, as: UInt64.self) != 0
      }
      while index < range.upperBound {
        if unsafe bytes[index] != 0 { return true }
        index += 1
      }
      return false
    }
  }

  /// The part of a mask in a range; nil when no row of it is missing.
  static func slice(_ mask: [UInt8]?, _ range: Range<Int>) -> [UInt8]? {
    mask.flatMap { hasMissing($0, in: range) ? Array($0[range]) : nil }
  }

  /// The marked rows of a mask, of which the first has a number; nil when none of them is missing.
  static func gather(_ mask: [UInt8], _ rows: MarkedRows, from first: Int) -> [UInt8]? {
    precondition(first >= 0 && first + rows.extent <= mask.count)
    let picked = unsafe [UInt8](
      unsafeUninitializedCapacity: rows.count + CodeBuffer.slack
    ) { room, filled in
      unsafe mask.withUnsafeBytes { mask in
        if let source = mask.baseAddress, let target = room.baseAddress {
          unsafe rows.copy(source + first, width: 1, to: target)
        }
      }
      filled = rows.count
    }
    return hasMissing(picked) ? picked : nil
  }

  /// For each row the reason of the first column that is missing there; nil when none is.
  package static func leftmost(_ columns: [Column], count: Int) -> [UInt8]? {
    var result: [UInt8]?
    for column in columns {
      guard let missing = column.missing else { continue }
      guard var mask = result else {
        result = missing
        continue
      }
      if isShared(mask, missing) { continue }
      for row in 0..<count where mask[row] == 0 { mask[row] = missing[row] }
      result = mask
    }
    return result
  }

  /// For each row the coverage of the least covered column; nil when all stand for themselves.
  package static func leastCovered(_ columns: [Column]) -> Coverage? {
    var result: Coverage?
    for column in columns {
      guard let coverage = column.coverage else { continue }
      guard var least = result else {
        result = coverage
        continue
      }
      if isShared(least.known, coverage.known), isShared(least.all, coverage.all) { continue }
      for row in least.known.indices {
        let left = Int64(least.known[row]) * Int64(coverage.all[row])
        let right = Int64(coverage.known[row]) * Int64(least.all[row])
        if right < left {
          least.known[row] = coverage.known[row]
          least.all[row] = coverage.all[row]
        }
      }
      result = least
    }
    return result
  }

  /// Whether two arrays are one in memory, so that they need not be compared.
  private static func isShared<Element>(_ one: [Element], _ other: [Element]) -> Bool {
    guard one.count == other.count else { return false }
    return unsafe one.withUnsafeBufferPointer { one in
      unsafe other.withUnsafeBufferPointer { other in unsafe one.baseAddress == other.baseAddress }
    }
  }

  /// Makes bytes 0 in rows that are not missing, or not for one reason, given by its raw value; with
  /// `isOpposite` in those that are. Eight bytes are done at a time.
  package static func narrow(
    _ rows: inout [UInt8], to mask: [UInt8], _ reason: UInt8?, isOpposite: Bool
  ) {
    precondition(rows.count == mask.count)
    // The byte that tells rows apart: that of the reason, or of a row that is known.
    let own = UInt64(reason ?? 0) &* 0x0101_0101_0101_0101
    let keepsOwn = (reason != nil) != isOpposite
    unsafe rows.withUnsafeMutableBytes { rows in
      unsafe mask.withUnsafeBytes { mask in
        var row = 0
        while row &+ 8 <= rows.count {
          let held = unsafe rows.loadUnaligned(fromByteOffset: row, as: UInt64.self)
          if held != 0 {
            let other = unsafe differing(
              mask.loadUnaligned(fromByteOffset: row, as: UInt64.self), own)
            unsafe rows.storeBytes(
              of: held & (keepsOwn ? ~other : other), toByteOffset: row, as: UInt64.self)
          }
          row &+= 8
        }
        while row < rows.count {
          let isOwn = unsafe mask[row] == reason ?? 0
          unsafe rows[row] = isOwn == keepsOwn ? rows[row] : 0
          row &+= 1
        }
      }
    }
  }

  /// All ones in the bytes in which two words differ, zeros in the others.
  @inline(__always)
  private static func differing(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let bits = one ^ other
    // The highest bit of a byte is set by a carry out of the lower ones, or was set.
    let marks = (((bits & low) &+ low) | bits) & ~low
    return (marks &>> 7) &* 0xFF
  }
}
