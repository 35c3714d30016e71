/// Maps UTF-8 offsets to lines and columns.
package struct LineTable: Sendable {
  /// Offset of the first byte of each line; the first is 0.
  package let starts: [Int]
  private let end: Int

  /// Finds the lines of a text; lines end with LF (a CR before it belongs to the line's end).
  package init(_ utf8: [UInt8]) {
    var starts = [0]
    for (offset, byte) in utf8.enumerated() where byte == 0x0A {
      starts.append(offset + 1)
    }
    self.starts = starts
    end = utf8.count
  }

  /// The zero-based line of an offset. O(log lines).
  package func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The range of a zero-based line without its line break.
  package func range(ofLine line: Int, in utf8: [UInt8]) -> SourceRange {
    let lower = starts[line]
    var upper = line + 1 < starts.count ? starts[line + 1] - 1 : end
    if upper > lower, utf8[upper - 1] == 0x0D { upper -= 1 }
    return SourceRange(lower, upper)
  }
}
