/// Taking in rows whose groups change from row to row: one loop for each thing that is kept, without
/// a branch that is hard to predict.
extension Moments {
  /// Whether groups mostly change from row to row, going by some rows in the middle.
  static func isScattered(_ groups: [UInt32]) -> Bool {
    let first = groups.count / 2
    let some = first..<min(first + 256, groups.count)
    let changes = some.dropLast().reduce(0) { $0 + (groups[$1] == groups[$1 + 1] ? 0 : 1) }
    return changes * 4 > some.count
  }

  mutating func scatter<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: PackedCodes, _ missing: [UInt8]?, _ groups: [UInt32], as type: Code.Type
  ) {
    let start = unsafe codes.start(as: Code.self)
    let (hasSums, hasLeast) = (needs.contains(.sum), needs.contains(.least))
    let hasGreatest = needs.contains(.greatest)
    precondition(groups.allSatisfy { Int($0) < known.count })
    withBuffers { buffers in
      unsafe groups.withUnsafeBufferPointer { groups in
        guard let missing else {
          for row in groups.indices { unsafe buffers.known[Int(groups[row])] &+= 1 }
          if hasSums { unsafe add(start, groups, to: buffers.sums) { _ in .max } }
          if hasLeast { unsafe lower(start, groups, to: buffers.least) { _ in .max } }
          if hasGreatest { unsafe raise(start, groups, to: buffers.greatest) { _ in .max } }
          return
        }
        unsafe missing.withUnsafeBufferPointer { missing in
          unsafe Self.count(missing, groups, buffers)
          // All ones for a known row, all zeros for a missing one.
          let keep = { row in unsafe missing[row] == 0 ? UInt64.max : 0 }
          if hasSums { unsafe add(start, groups, to: buffers.sums, keep) }
          if hasLeast { unsafe lower(start, groups, to: buffers.least, keep) }
          if hasGreatest { unsafe raise(start, groups, to: buffers.greatest, keep) }
        }
      }
    }
  }

  /// Counts known and missing rows, and takes in why rows are missing.
  private static func count(
    _ missing: UnsafeBufferPointer<UInt8>, _ groups: UnsafeBufferPointer<UInt32>, _ buffers: Buffers
  ) {
    for row in groups.indices {
      let group = unsafe Int(groups[row])
      let reason = unsafe missing[row]
      let isLost: UInt32 = reason == 0 ? 0 : 1
      unsafe buffers.known[group] &+= 1 &- isLost
      unsafe buffers.lost[group] &+= isLost
      let earlier = unsafe buffers.reasons[group]
      // Seldom: the first missing row of a group, or one with another reason.
      if (isLost != 0) && (earlier != reason) && (earlier != mixed) {
        unsafe buffers.reasons[group] = earlier == 0 ? reason : mixed
      }
    }
  }
}

@inline(__always)
private func add<Code: FixedWidthInteger & UnsignedInteger>(
  _ codes: UnsafePointer<Code>, _ groups: UnsafeBufferPointer<UInt32>,
  to sums: UnsafeMutableBufferPointer<Int64>, _ keep: (Int) -> UInt64
) {
  for row in groups.indices {
    let code = unsafe UInt64(codes[row]) & keep(row)
    unsafe sums[Int(groups[row])] &+= Int64(bitPattern: code)
  }
}

@inline(__always)
private func lower<Code: FixedWidthInteger & UnsignedInteger>(
  _ codes: UnsafePointer<Code>, _ groups: UnsafeBufferPointer<UInt32>,
  to least: UnsafeMutableBufferPointer<UInt64>, _ keep: (Int) -> UInt64
) {
  for row in groups.indices {
    let group = unsafe Int(groups[row])
    unsafe least[group] = min(least[group], UInt64(codes[row]) | ~keep(row))
  }
}

@inline(__always)
private func raise<Code: FixedWidthInteger & UnsignedInteger>(
  _ codes: UnsafePointer<Code>, _ groups: UnsafeBufferPointer<UInt32>,
  to greatest: UnsafeMutableBufferPointer<UInt64>, _ keep: (Int) -> UInt64
) {
  for row in groups.indices {
    let group = unsafe Int(groups[row])
    unsafe greatest[group] = max(greatest[group], UInt64(codes[row]) & keep(row))
  }
}
