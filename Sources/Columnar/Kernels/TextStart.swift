/// The first 16 letters of a text, as numbers that order as these do.
struct TextStart {
  private let first: UInt64
  private let second: UInt64

  /// Takes them from UTF-8 without an article that is ASCII, which most texts are; else nil.
  init?(plain bytes: UnsafeRawBufferPointer) {
    guard unsafe bytes.first != UInt8(ascii: "'") else { return nil }
    var numbers: (UInt64, UInt64) = (0, 0)
    for place in 0..<16 {
      numbers.0 = numbers.0 << 8 | numbers.1 >> 56
      numbers.1 <<= 8
      guard place < bytes.count else { continue }
      let byte = unsafe bytes[place]
      let isUpper = byte &- UInt8(ascii: "A") < 26
      numbers.1 |= UInt64(isUpper ? byte | 0x20 : byte)
    }
    for place in 0..<bytes.count where unsafe bytes[place] >= 0x80 { return nil }
    (first, second) = numbers
  }

  /// Takes them from letters that are folded already.
  init(_ letters: [UInt8]) {
    var numbers: (UInt64, UInt64) = (0, 0)
    for place in 0..<16 {
      numbers.0 = numbers.0 << 8 | numbers.1 >> 56
      numbers.1 = numbers.1 << 8 | (place < letters.count ? UInt64(letters[place]) : 0)
    }
    (first, second) = numbers
  }

  /// A number for each start, in rows 0, 1, …: that of an earlier start is never greater. Starts
  /// with one number may differ in what did not fit.
  ///
  /// Bits that are the same in all starts decide nothing and are left out: codes such as
  /// `P00132511` take 4 bits for a digit and none for the letter, so that few digits are sorted by.
  ///
  /// - Returns: the rows, and how many of the lowest bits of their numbers are used.
  static func cells(_ starts: [TextStart]) -> (rows: [CellRow], bits: Int) {
    guard let one = starts.first else { return ([], 0) }
    var varying: (UInt64, UInt64) = (0, 0)
    for start in starts {
      varying.0 |= start.first ^ one.first
      varying.1 |= start.second ^ one.second
    }
    let second = BitRuns(varying.1, most: 64 - varying.0.nonzeroBitCount)
    let first = BitRuns(varying.0, most: 64)
    let rows = starts.enumerated().map { row, start in
      CellRow(
        cell: first.gathered(start.first) &<< UInt64(second.count) | second.gathered(start.second),
        row: UInt32(truncatingIfNeeded: row))
    }
    return (rows, first.count + second.count)
  }
}

/// Bits of a number that stand in runs, and are moved next to each other in their order.
private struct BitRuns {
  private var runs: [(mask: UInt64, shift: UInt64)] = []
  /// How many bits there are.
  let count: Int

  /// Takes the highest bits of a mask, at most so many.
  init(_ mask: UInt64, most: Int) {
    var mask = mask
    while mask.nonzeroBitCount > most { mask &= mask &- 1 }
    count = mask.nonzeroBitCount
    var target = 0
    while mask != 0 {
      let start = mask.trailingZeroBitCount
      let length = (~(mask >> UInt64(start))).trailingZeroBitCount
      let low: UInt64 = length == 64 ? .max : 1 << UInt64(length) - 1
      let run = low << UInt64(start)
      runs.append((run, UInt64(start - target)))
      target += length
      mask &= ~run
    }
  }

  /// The bits of a number, in the lowest places.
  @inline(__always)
  func gathered(_ number: UInt64) -> UInt64 {
    var bits: UInt64 = 0
    for run in runs { bits |= (number & run.mask) &>> run.shift }
    return bits
  }
}
