import Columnar

/// Puts the pieces of a column, read by several threads, together in the order of the file.
struct ColumnAssembly {
  let task: ColumnTask
  /// The pieces in order, each with the thread that read it.
  let pieces: [(piece: ColumnPiece, thread: Int)]
  /// The readers of the column, by thread.
  let readers: [any ColumnReader]
  /// The rows of all pieces.
  let count: Int
  /// Whether each thread read its pieces in order and dropped none, so that what is new in a piece
  /// is new among all before it.
  let isInOrder: Bool

  /// The whole column; the same for any cut into pieces.
  func column() -> Column {
    switch task.field.type {
    case .integer, .number: numberColumn()
    case .text, .boolean, .date, .period: codeColumn()
    }
  }

  /// The reasons of all pieces, or nil when no row is missing.
  func joinedReasons(_ reasons: [(count: Int, missing: [UInt8]?)]) -> [UInt8]? {
    guard reasons.contains(where: { $0.missing != nil }) else { return nil }
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      for (count, missing) in reasons {
        for row in 0..<count {
          unsafe room.initializeElement(at: filled + row, to: missing?[row] ?? 0)
        }
        filled += count
      }
    }
  }

  /// Makes codes for all rows; `write` gets the room and its first row for each piece, in order.
  func packed<Code: FixedWidthInteger & UnsignedInteger>(
    _ type: Code.Type, _ write: (Int, UnsafeMutablePointer<Code>) -> Int
  ) -> PackedCodes {
    let width = MemoryLayout<Code>.size
    let buffer = CodeBuffer(byteCount: count * width)
    var room = unsafe buffer.bytes.bindMemory(to: Code.self, capacity: count)
    for index in pieces.indices { unsafe room += write(index, room) }
    return PackedCodes(
      buffer, count: count, width: PackedCodes.Width(rawValue: width) ?? .eight)
  }
}
