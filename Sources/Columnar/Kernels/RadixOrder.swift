/// Stable ordering of many rows digit by digit (Knuth, The Art of Computer Programming, 5.2.5).
enum RadixOrder {
  private static let digitBits = 11

  /// The rows in order, as ``RowOrder/sorted(_:by:)``; nil for more rows than 32 bits count.
  static func sorted(_ count: Int, by keys: [RowOrder.Key]) -> [Int]? {
    guard count <= Int(UInt32.max) else { return nil }
    var rows = unsafe [UInt32](unsafeUninitializedCapacity: count) { room, filled in
      for row in 0..<count { unsafe room.initializeElement(at: row, to: UInt32(row)) }
      filled = count
    }
    // From the last key to the first, as many at a time as fit 64 bits: each pass keeps the order
    // of those before it among equals.
    var pending: [(codes: [UInt64], bits: Int)] = []
    var bits = 0
    for key in keys.reversed() {
      let (codes, width) = codes(of: key, count)
      if bits + width > 64 {
        sort(&rows, by: joined(pending, count), bits: bits)
        pending = []
        bits = 0
      }
      pending.append((codes, width))
      bits += width
    }
    if bits > 0 { sort(&rows, by: joined(pending, count), bits: bits) }
    return rows.map { Int($0) }
  }

  /// Ranks as codes from 0 in the wanted direction, the greatest for missing, and their bits.
  private static func codes(of key: RowOrder.Key, _ count: Int) -> ([UInt64], Int) {
    var least = Int.max
    var most = Int.min
    for rank in key.ranks where rank != Int.max {
      least = min(least, rank)
      most = max(most, rank)
    }
    guard most >= least else { return ([UInt64](repeating: 0, count: count), 0) }
    let reach = UInt64(bitPattern: Int64(most &- least))
    let last = reach &+ 1
    let codes = key.ranks.map { rank -> UInt64 in
      if rank == Int.max { return last }
      return UInt64(bitPattern: Int64(key.isDescending ? most &- rank : rank &- least))
    }
    // Ranks over the whole range would leave no code for missing: there are no such ranks, for
    // `Int.max` is none.
    return (codes, 64 - last.leadingZeroBitCount)
  }

  /// Several keys as one; the first of `parts` is the last key.
  private static func joined(_ parts: [(codes: [UInt64], bits: Int)], _ count: Int) -> [UInt64] {
    guard var result = parts.first?.codes, var shift = parts.first?.bits else { return [] }
    for part in parts.dropFirst() {
      for row in 0..<count { result[row] |= part.codes[row] << UInt64(shift) }
      shift += part.bits
    }
    return result
  }

  private static func sort(_ rows: inout [UInt32], by codes: [UInt64], bits: Int) {
    var other = rows
    var shift = 0
    while shift < bits {
      if pass(rows, &other, codes, UInt64(shift)) { swap(&rows, &other) }
      shift += digitBits
    }
  }

  /// One digit; false when all rows have the same and nothing was written.
  private static func pass(
    _ rows: [UInt32], _ target: inout [UInt32], _ codes: [UInt64], _ shift: UInt64
  ) -> Bool {
    let mask = UInt64(1 << digitBits - 1)
    var places = [Int](repeating: 0, count: 1 << digitBits)
    for code in codes { places[Int(code >> shift & mask)] += 1 }
    if places.contains(rows.count) { return false }
    var next = 0
    for digit in places.indices {
      let size = places[digit]
      places[digit] = next
      next += size
    }
    unsafe target.withUnsafeMutableBufferPointer { target in
      for row in rows {
        let digit = Int(codes[Int(row)] >> shift & mask)
        unsafe target[places[digit]] = row
        places[digit] += 1
      }
    }
    return true
  }
}
