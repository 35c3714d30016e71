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
    let hasSums = needs.contains(.sum)
    var last: UInt32 = 0
    for group in groups { last = max(last, group) }
    precondition(groups.isEmpty || Int(last) < known.count)
    withBuffers { buffers in
      unsafe groups.withUnsafeBufferPointer { groups in
        if hasSums {
          unsafe add(start, groups, to: buffers.known, buffers.sums)
        } else {
          for row in groups.indices { unsafe buffers.known[Int(groups[row])] &+= 1 }
        }
        guard let missing else {
          if unsafe buffers.least.count > 0 {
            unsafe lower(start, groups, to: buffers.least) { _ in .max }
          }
          if unsafe buffers.greatest.count > 0 {
            unsafe raise(start, groups, to: buffers.greatest) { _ in .max }
          }
          return
        }
        unsafe missing.withUnsafeBufferPointer { missing in
          unsafe Self.takeBack(missing, start, groups, buffers)
          // All ones for a known row, all zeros for a missing one.
          let keep = { row in unsafe missing[row] == 0 ? UInt64.max : 0 }
          if unsafe buffers.least.count > 0 {
            unsafe lower(start, groups, to: buffers.least, keep)
          }
          if unsafe buffers.greatest.count > 0 {
            unsafe raise(start, groups, to: buffers.greatest, keep)
          }
        }
      }
    }
  }

  /// Takes back what missing rows added, counts them, and takes in why they are missing.
  private static func takeBack<Code: FixedWidthInteger & UnsignedInteger>(
    _ missing: UnsafeBufferPointer<UInt8>, _ codes: UnsafePointer<Code>,
    _ groups: UnsafeBufferPointer<UInt32>, _ buffers: Buffers
  ) {
    let hasSums = unsafe buffers.sums.count > 0
    unsafe ByteMask.visitNonzero(missing) { row in
      let group = unsafe Int(groups[row])
      unsafe buffers.known[group] &-= 1
      unsafe buffers.lost[group] &+= 1
      if hasSums { unsafe buffers.sums[group] &-= Int64(truncatingIfNeeded: codes[row]) }
      let (reason, earlier) = unsafe (missing[row], buffers.reasons[group])
      // Seldom: the first missing row of a group, or one with another reason.
      if earlier != reason, earlier != mixed {
        unsafe buffers.reasons[group] = earlier == 0 ? reason : mixed
      }
    }
  }
}

/// Counts rows and adds their codes up.
@inline(__always)
private func add<Code: FixedWidthInteger & UnsignedInteger>(
  _ codes: UnsafePointer<Code>, _ groups: UnsafeBufferPointer<UInt32>,
  to counts: UnsafeMutableBufferPointer<UInt32>, _ sums: UnsafeMutableBufferPointer<Int64>
) {
  for row in groups.indices {
    let group = unsafe Int(groups[row])
    let code = unsafe Int64(truncatingIfNeeded: codes[row])
    unsafe counts[group] &+= 1
    unsafe sums[group] &+= code
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
