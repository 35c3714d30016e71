/// Joining the reasons and the coverage of several columns row by row.
package enum MissingMasks {
  /// Whether a mask has a missing row.
  package static func hasMissing(_ mask: [UInt8]) -> Bool {
    unsafe mask.withUnsafeBytes { bytes in
      var index = 0
      while index + 8 <= bytes.count {
        if unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) != 0 { return true }
        index += 8
      }
      while index < bytes.count {
        if unsafe bytes[index] != 0 { return true }
        index += 1
      }
      return false
    }
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
  /// `isOpposite` in those that are. Bytes that are 0 are passed over eight at a time.
  package static func narrow(
    _ rows: inout [UInt8], to mask: [UInt8], _ reason: UInt8?, isOpposite: Bool
  ) {
    precondition(rows.count == mask.count)
    unsafe rows.withUnsafeMutableBytes { rows in
      unsafe mask.withUnsafeBufferPointer { mask in
        var row = 0
        while row < rows.count {
          if row &+ 8 <= rows.count,
            unsafe rows.loadUnaligned(fromByteOffset: row, as: UInt64.self) == 0
          {
            row &+= 8
            continue
          }
          let end = min(row &+ 8, rows.count)
          while row < end {
            let own = unsafe mask[row]
            let isWanted = (reason.map { own == $0 } ?? (own != 0)) != isOpposite
            unsafe rows[row] = isWanted ? rows[row] : 0
            row &+= 1
          }
        }
      }
    }
  }
}
