/// Finding the codes at a place of an order without ordering the others.
enum CodeSelection {
  private static let bits = 11
  /// So few codes are put in order.
  private static let few = 256

  /// The code at a place of the order of some codes, and the one behind it, or the same where there
  /// is none.
  ///
  /// Codes are counted by their leading bits; those that share the bits at the place are looked at
  /// again (selection by distribution, Knuth, The Art of Computer Programming, 5.3.3).
  static func around(_ place: Int, of codes: [UInt64], in range: Range<Int>) -> (UInt64, UInt64) {
    unsafe codes.withUnsafeBufferPointer { codes in
      let part = unsafe UnsafeBufferPointer(rebasing: codes[range])
      return unsafe around(place, part, after: .max)
    }
  }

  /// - Parameter after: the least code greater than all of these; the greatest one without any.
  private static func around(
    _ place: Int, _ codes: UnsafeBufferPointer<UInt64>, after: UInt64
  ) -> (UInt64, UInt64) {
    guard codes.count > few else {
      let sorted = unsafe codes.sorted()
      let next = place + 1 < sorted.count ? sorted[place + 1] : after
      return (sorted[place], next == .max ? sorted[place] : next)
    }
    var least = UInt64.max
    var greatest: UInt64 = 0
    for index in codes.indices {
      let code = unsafe codes[index]
      least = min(least, code)
      greatest = max(greatest, code)
    }
    let width = 64 - (greatest - least).leadingZeroBitCount
    let shift = UInt64(max(0, width - bits))
    var counts = [Int](repeating: 0, count: 1 << bits)
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      for index in codes.indices { unsafe counts[Int((codes[index] &- least) >> shift)] += 1 }
    }
    var bucket = 0
    var before = 0
    while before + counts[bucket] <= place {
      before += counts[bucket]
      bucket += 1
    }
    var next = after
    var inside: [UInt64] = []
    inside.reserveCapacity(counts[bucket])
    for index in codes.indices {
      let code = unsafe codes[index]
      let own = Int((code &- least) >> shift)
      if own == bucket {
        inside.append(code)
      } else if own > bucket {
        next = min(next, code)
      }
    }
    // One bit pattern is one code.
    if shift == 0 {
      let isLast = place - before + 1 == counts[bucket]
      return (inside[0], isLast && next != .max ? next : inside[0])
    }
    return unsafe inside.withUnsafeBufferPointer { inside in
      unsafe around(place - before, inside, after: next)
    }
  }
}
