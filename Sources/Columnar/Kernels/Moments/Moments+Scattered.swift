/// Taking in rows whose groups change from row to row: one loop for each thing that is kept, without
/// a branch that is hard to predict.
extension Moments {
  /// Takes rows in whose groups are below the number of groups.
  mutating func scatter<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: PackedCodes, _ missing: [UInt8]?, _ groups: [UInt32], as type: Code.Type
  ) {
    let start = unsafe codes.start(as: Code.self)
    let hasSums = needs.contains(.sum)
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

/// Few groups are kept four times: a row need not wait for the one before it, which may be in the same.
private let fewGroups = 1 << 8

/// Counts rows and adds their codes up.
@inline(__always)
private func add<Code: FixedWidthInteger & UnsignedInteger>(
  _ codes: UnsafePointer<Code>, _ groups: UnsafeBufferPointer<UInt32>,
  to counts: UnsafeMutableBufferPointer<UInt32>, _ sums: UnsafeMutableBufferPointer<Int64>
) {
  var first = 0
  if counts.count <= fewGroups, groups.count >= counts.count * 16 {
    first = groups.count & ~3
    unsafe addFew(codes, groups, first, to: counts, sums)
  }
  for row in first..<groups.count {
    let group = unsafe Int(groups[row])
    let code = unsafe Int64(truncatingIfNeeded: codes[row])
    unsafe counts[group] &+= 1
    unsafe sums[group] &+= code
  }
}

/// The same for few groups and so many rows, a multiple of four: code and count of a row are added
/// together.
@inline(__always)
private func addFew<Code: FixedWidthInteger & UnsignedInteger>(
  _ codes: UnsafePointer<Code>, _ groups: UnsafeBufferPointer<UInt32>, _ rows: Int,
  to counts: UnsafeMutableBufferPointer<UInt32>, _ sums: UnsafeMutableBufferPointer<Int64>
) {
  let count = counts.count
  var shares = [SIMD2<Int64>](repeating: .zero, count: count * 4)
  unsafe shares.withUnsafeMutableBufferPointer { shares in
    guard let one = shares.baseAddress else { return }
    let (two, three, four) = unsafe (one + count, one + count * 2, one + count * 3)
    for row in stride(from: 0, to: rows, by: 4) {
      unsafe one[Int(groups[row])] &+= share(codes[row])
      unsafe two[Int(groups[row &+ 1])] &+= share(codes[row &+ 1])
      unsafe three[Int(groups[row &+ 2])] &+= share(codes[row &+ 2])
      unsafe four[Int(groups[row &+ 3])] &+= share(codes[row &+ 3])
    }
    for group in 0..<count {
      let whole = unsafe one[group] &+ two[group] &+ three[group] &+ four[group]
      unsafe sums[group] &+= whole[0]
      unsafe counts[group] &+= UInt32(truncatingIfNeeded: whole[1])
    }
  }
}

/// What a row adds to its group: its code, and one row.
@inline(__always)
private func share<Code: FixedWidthInteger & UnsignedInteger>(_ code: Code) -> SIMD2<Int64> {
  SIMD2(Int64(truncatingIfNeeded: code), 1)
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
