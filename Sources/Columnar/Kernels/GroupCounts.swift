/// Counting rows by group.
package enum GroupCounts {
  /// Adds 1 to the group of each row that is not missing; every group has a count.
  package static func add(_ groups: [UInt32], missing: [UInt8]?, to counts: inout [Int64]) {
    precondition(missing?.count ?? groups.count == groups.count)
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      unsafe groups.withUnsafeBufferPointer { groups in
        var row = 0
        // Rows of one group often follow each other.
        while row < groups.count {
          let group = unsafe Int(groups[row])
          precondition(group < counts.count)
          let end = unsafe end(of: groups, from: row)
          var found = end &- row
          if let missing {
            for row in row..<end where missing[row] != 0 { found &-= 1 }
          }
          unsafe counts[group] &+= Int64(found)
          row = end
        }
      }
    }
  }

  /// The first row behind one that is in another group, eight looked at at a time.
  @inline(__always)
  private static func end(of groups: UnsafeBufferPointer<UInt32>, from row: Int) -> Int {
    let bytes = UnsafeRawBufferPointer(groups)
    let group = unsafe groups[row]
    let twice = UInt64(group) | UInt64(group) << 32
    var end = row &+ 1
    // Where groups change from row to row, nothing is gained by looking ahead.
    guard unsafe end < groups.count && groups[end] == group else { return end }
    while end &+ 8 <= groups.count {
      var other: UInt64 = 0
      for pair in 0..<4 {
        let some = unsafe bytes.loadUnaligned(
          fromByteOffset: (end &+ pair &* 2) &* MemoryLayout<UInt32>.size, as: UInt64.self)
        other |= some ^ twice
      }
      guard other == 0 else { break }
      end &+= 8
    }
    while unsafe end < groups.count && groups[end] == group { end &+= 1 }
    return end
  }
}
