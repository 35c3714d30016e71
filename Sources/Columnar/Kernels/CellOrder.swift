/// A row and a number that decides its place.
@frozen
package struct CellRow: BitwiseCopyable, Sendable {
  package let cell: UInt64
  package let row: UInt32

  /// Makes a pair.
  @inlinable
  package init(cell: UInt64, row: UInt32) {
    self.cell = cell
    self.row = row
  }
}

/// Puts rows in the order of their cells, digit by digit (Knuth, The Art of Computer Programming,
/// 5.2.5): quick for as many rows as stay in the cache.
package enum CellOrder {
  private static let mostBits = 11

  /// The rows by rising cell, those of one cell in the order they had.
  ///
  /// - Parameter bits: how many of the lowest bits of cells may differ.
  package static func sorted(_ rows: [CellRow], bits: Int) -> [CellRow] {
    guard !isSorted(rows) else { return rows }
    var (rows, other) = (rows, rows)
    let passes = max(1, (bits + mostBits - 1) / mostBits)
    let digit = (bits + passes - 1) / passes
    for pass in 0..<passes where move(rows, &other, shift: UInt64(pass * digit), bits: digit) {
      swap(&rows, &other)
    }
    return rows
  }

  /// The distinct cells of pieces in rising order, and for each row which of them is its own.
  ///
  /// - Parameter bits: how many of the lowest bits of cells may differ.
  package static func numbered(_ pieces: [[UInt64]], bits: Int) -> (
    cells: [UInt64], groups: [[UInt32]]
  ) {
    var rows: [CellRow] = []
    rows.reserveCapacity(pieces.reduce(0) { $0 + $1.count })
    for piece in pieces {
      for cell in piece {
        rows.append(CellRow(cell: cell, row: UInt32(truncatingIfNeeded: rows.count)))
      }
    }
    var cells: [UInt64] = []
    var groups = [UInt32](repeating: 0, count: rows.count)
    for row in sorted(rows, bits: bits) {
      if row.cell != cells.last { cells.append(row.cell) }
      groups[Int(row.row)] = UInt32(truncatingIfNeeded: cells.count - 1)
    }
    guard pieces.count > 1 else { return (cells, [groups]) }
    var start = 0
    return (
      cells,
      pieces.map { piece in
        defer { start += piece.count }
        return Array(groups[start..<(start + piece.count)])
      }
    )
  }

  private static func isSorted(_ rows: [CellRow]) -> Bool {
    var last: UInt64 = 0
    for row in rows {
      if row.cell < last { return false }
      last = row.cell
    }
    return true
  }

  /// One digit; false when all rows have the same and nothing was written.
  private static func move(
    _ rows: [CellRow], _ target: inout [CellRow], shift: UInt64, bits: Int
  ) -> Bool {
    let mask = UInt64(1) << UInt64(bits) - 1
    var places = [Int](repeating: 0, count: 1 << bits)
    return unsafe places.withUnsafeMutableBufferPointer { places in
      for row in rows { unsafe places[Int(row.cell &>> shift & mask)] &+= 1 }
      var next = 0
      for digit in places.indices {
        let size = unsafe places[digit]
        if size == rows.count { return false }
        unsafe places[digit] = next
        next += size
      }
      unsafe target.withUnsafeMutableBufferPointer { target in
        for row in rows {
          let digit = Int(row.cell &>> shift & mask)
          let place = unsafe places[digit]
          unsafe target[place] = row
          unsafe places[digit] = place &+ 1
        }
      }
      return true
    }
  }
}
