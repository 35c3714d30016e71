/// Counting rows by group.
package enum GroupCounts {
  /// Adds 1 to the group of each row that is not missing; every group has a count.
  package static func add(_ groups: [UInt32], missing: [UInt8]?, to counts: inout [Int64]) {
    guard let missing else { return add(groups, to: &counts) { _ in 1 } }
    precondition(missing.count == groups.count)
    unsafe missing.withUnsafeBufferPointer { missing in
      add(groups, to: &counts) { row in unsafe missing[row] == 0 ? 1 : 0 }
    }
  }

  @inline(__always)
  private static func add(
    _ groups: [UInt32], to counts: inout [Int64], _ value: (Int) -> Int64
  ) {
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      unsafe groups.withUnsafeBufferPointer { groups in
        var row = 0
        // Rows of one group often follow each other.
        while row < groups.count {
          let group = unsafe groups[row]
          precondition(Int(group) < counts.count)
          var found: Int64 = 0
          repeat {
            found &+= value(row)
            row &+= 1
          } while unsafe row < groups.count && groups[row] == group
          unsafe counts[Int(group)] &+= found
        }
      }
    }
  }
}
