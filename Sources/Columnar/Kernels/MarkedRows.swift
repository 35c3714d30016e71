import CBytes

/// Rows that are marked by a byte each, as bits of words.
package struct MarkedRows: Sendable {
  /// Bits of 64 rows each, that of the first row the lowest.
  private let words: [UInt64]
  /// How many rows are marked.
  package let count: Int
  /// How many runs of rows that follow each other they make.
  let runCount: Int
  /// How many bytes have their second bit set.
  let undecided: Int
  /// How many rows there are, marked or not.
  let extent: Int

  /// Takes the lowest bit of each byte for the mark of a row.
  init(_ marks: [UInt8]) {
    var count = 0
    var runCount = 0
    var undecided = 0
    var before: UInt64 = 0
    words = unsafe [UInt64](unsafeUninitializedCapacity: (marks.count + 63) / 64) { room, filled in
      unsafe marks.withUnsafeBufferPointer { marks in
        unsafe ByteMask.visit(marks) { first, bytes in
          let bits = unsafe cb_bits(bytes, 0)
          unsafe room[first / 64] = bits
          count &+= bits.nonzeroBitCount
          // A run begins where the row before is not marked.
          runCount &+= (bits & ~(bits << 1 | before)).nonzeroBitCount
          before = bits >> 63
          undecided &+= unsafe cb_bits(bytes, 1).nonzeroBitCount
        }
      }
      filled = (marks.count + 63) / 64
    }
    self.count = count
    self.runCount = runCount
    self.undecided = undecided
    extent = marks.count
  }

  /// Whether this machine puts marked items one after another many at a time.
  static let areQuick = ByteSearch.best >= CB_VBMI2

  /// Writes the items of `width` bytes that stand for marked rows one after another, of those from
  /// the first row on; ``CodeBuffer/slack`` bytes behind them are written over.
  func copy(
    _ items: UnsafeRawPointer, width: Int, to target: UnsafeMutableRawPointer,
    version: Int32 = ByteSearch.best
  ) {
    let written = unsafe words.withUnsafeBufferPointer { words -> Int in
      guard let start = words.baseAddress else { return 0 }
      return unsafe cb_compress(
        version, target.assumingMemoryBound(to: UInt8.self),
        items.assumingMemoryBound(to: UInt8.self), width, start, words.count)
    }
    precondition(written == count)
  }

  /// The runs of marked rows, of which the first byte's has a number.
  func runs(from first: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    runs.reserveCapacity(runCount)
    var start: Int?
    for (place, word) in words.enumerated() {
      // Where the rows change from marked to not, and back.
      var changes = word ^ (word << 1 | (start == nil ? 0 : 1))
      while changes != 0 {
        let row = first + place * 64 + changes.trailingZeroBitCount
        if let begin = start {
          runs.append(begin..<row)
          start = nil
        } else {
          start = row
        }
        changes &= changes &- 1
      }
    }
    // Only a run up to the very last row of a whole word is open still.
    if let start { runs.append(start..<(first + words.count * 64)) }
    return runs
  }

  /// The marked rows, of which the first byte's has a number.
  func rows(from first: Int) -> [UInt32] {
    unsafe [UInt32](unsafeUninitializedCapacity: count) { room, filled in
      var place = 0
      for (index, word) in words.enumerated() {
        let base = UInt32(truncatingIfNeeded: first &+ index &* 64)
        var bits = word
        while bits != 0 {
          unsafe room[place] = base &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount)
          place &+= 1
          bits &= bits &- 1
        }
      }
      filled = place
    }
  }
}
