/// The codes of groups, those of a group put together by their first bits: any place of their order
/// is found without ordering the others, for as many places as are asked for (selection by
/// distribution, Knuth, The Art of Computer Programming, 5.3.3).
struct GroupBuckets: Sendable {
  /// For each group where its buckets stand among all; small groups have none and are in order.
  private let first: [Int]
  /// Where each bucket begins among the codes of its group; one more than a group has buckets.
  private let starts: [UInt32]
  private let heads: [Head]

  private struct Head: BitwiseCopyable, Sendable {
    let least: UInt64
    let shift: UInt64
  }

  /// So few codes are put in order.
  private static let few = 256
  private static let mostBits = 11

  /// Arranges codes, of which those of group n are in `groups[n]..<groups[n + 1]`.
  init(_ codes: inout [UInt64], groups: [Int], _ workers: RowWorkers) {
    let count = groups.count - 1
    var first = [0]
    for group in 0..<count {
      let bits = Self.bits(groups[group + 1] - groups[group])
      first.append(first[group] + (bits == 0 ? 0 : 1 << bits + 1))
    }
    let total = codes.count
    (heads, starts) = unsafe codes.withUnsafeMutableBufferPointer { codes in
      guard let start = codes.baseAddress else { return ([], []) }
      let room = unsafe RowRoom(start: start, count: total)
      return Self.arranged(room, groups, first, total, workers)
    }
    self.first = first
  }

  /// How many leading bits tell the codes of a group of some size apart; 0 when they are few.
  private static func bits(_ size: Int) -> Int {
    size <= few ? 0 : min(mostBits, Int.bitWidth - 4 - size.leadingZeroBitCount)
  }

  private static func arranged(
    _ codes: RowRoom<UInt64>, _ groups: [Int], _ first: [Int], _ total: Int, _ workers: RowWorkers
  ) -> ([Head], [UInt32]) {
    var heads = [Head](repeating: Head(least: 0, shift: 0), count: groups.count - 1)
    var starts = [UInt32](repeating: 0, count: first.last ?? 0)
    unsafe heads.withUnsafeMutableBufferPointer { heads in
      unsafe starts.withUnsafeMutableBufferPointer { starts in
        guard let head = heads.baseAddress else { return }
        let allHeads = unsafe RowRoom(start: head, count: heads.count)
        let count = starts.count
        let allStarts = unsafe starts.baseAddress.map { unsafe RowRoom(start: $0, count: count) }
        workers.run(total) { range in
          // Each group belongs to the range that it begins in.
          var group = groups.partitioningIndex { $0 >= range.lowerBound }
          while group < groups.count - 1, groups[group] < range.upperBound {
            let own = groups[group]..<groups[group + 1]
            var part = unsafe UnsafeMutableBufferPointer(start: codes.rows(own), count: own.count)
            if let allStarts, first[group + 1] > first[group] {
              let room = unsafe UnsafeMutableBufferPointer(
                start: allStarts.rows(first[group]..<first[group + 1]),
                count: first[group + 1] - first[group])
              unsafe allHeads.rows(group..<(group + 1)).pointee = distribute(part, room)
            } else {
              unsafe part.sort()
            }
            group += 1
          }
        }
      }
    }
    return (heads, starts)
  }

  /// Puts codes together by their first bits, and writes where those of each begin.
  private static func distribute(
    _ codes: UnsafeMutableBufferPointer<UInt64>, _ starts: UnsafeMutableBufferPointer<UInt32>
  ) -> Head {
    var least = UInt64.max
    var greatest: UInt64 = 0
    for index in codes.indices {
      let code = unsafe codes[index]
      least = min(least, code)
      greatest = max(greatest, code)
    }
    let bits = (starts.count - 1).trailingZeroBitCount
    let width = 64 - (greatest - least).leadingZeroBitCount
    let shift = UInt64(max(0, width - bits))
    unsafe starts.update(repeating: 0)
    for index in codes.indices {
      unsafe starts[Int((codes[index] &- least) &>> shift) + 1] &+= 1
    }
    for bucket in 1..<starts.count { unsafe starts[bucket] &+= starts[bucket - 1] }
    let source = unsafe Array(codes)
    var next = unsafe Array(starts)
    unsafe next.withUnsafeMutableBufferPointer { next in
      for code in source {
        let bucket = Int((code &- least) &>> shift)
        let place = unsafe next[bucket]
        unsafe codes[Int(place)] = code
        unsafe next[bucket] = place &+ 1
      }
    }
    return Head(least: least, shift: shift)
  }

  /// The code at a place of the order of a group's codes, and the one behind it, or the same where
  /// there is none. `range` is where the codes of the group are.
  func around(_ place: Int, of group: Int, _ codes: [UInt64], _ range: Range<Int>) -> (
    UInt64, UInt64
  ) {
    let own = first[group]..<first[group + 1]
    guard !own.isEmpty else {
      let found = codes[range.lowerBound + place]
      return (found, place + 1 < range.count ? codes[range.lowerBound + place + 1] : found)
    }
    let starts = starts[own]
    // The last bucket that begins at the place or before has it.
    let bucket = starts.partitioningIndex { Int($0) > place } - 1
    let begin = range.lowerBound + Int(starts[bucket])
    let inside = codes[begin..<(range.lowerBound + Int(starts[bucket + 1]))].sorted()
    let found = inside[place - Int(starts[bucket])]
    if place - Int(starts[bucket]) + 1 < inside.count {
      return (found, inside[place - Int(starts[bucket]) + 1])
    }
    // The least of the next bucket that has any.
    let end = starts[bucket + 1]
    let next = starts[(bucket + 2)...].first { $0 > end }
    guard let next else { return (found, found) }
    let behind = codes[(range.lowerBound + Int(end))..<(range.lowerBound + Int(next))]
    return (found, behind.min() ?? found)
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first place whose element, and all behind it, meet a condition; the end without any.
  fileprivate func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
