import SourceText

/// Reads blocks of a file, in one thread.
///
/// A block is scanned for its structure first; one that is not written regularly is scanned again
/// by the careful scanner. Whatever is wrong in a block is only noticed here: ``readRecords`` finds
/// out what and where.
@safe
final class BlockParser: @unchecked Sendable {
  let task: ReadingTask
  let thread: Int
  let readers: [any ColumnReader]
  private let reading: ByteReading
  private let room = BlockRoom()
  /// Bytes behind a block that are read with it, for its last record; four times as many when they
  /// were not enough.
  private static let usualTail = 1 << 12
  private static let greatestTail = 1 << 22

  /// Opens the file for a thread.
  init(_ task: ReadingTask, thread: Int) throws(Diagnostic) {
    self.task = task
    self.thread = thread
    readers = task.columns.map { $0.reader() }
    reading = try ByteReading(task.text.origin)
  }

  /// Tells whether the file stayed the same all the while.
  func confirmUnchanged() throws(Diagnostic) {
    try reading.confirmUnchanged()
  }

  /// Reads a block from where its first record begins; without that, from behind the first line
  /// end, which may turn out to be one within quotes.
  func parse(
    _ number: Int, from known: Int?, isWidened: [Bool]
  ) throws(Diagnostic) -> BlockResult {
    let block = task.block(number)
    let known = known ?? (number == 0 ? block.lowerBound : nil)
    let origin = known ?? block.lowerBound - 1
    let stop = block.upperBound - origin
    var tail = min(Self.usualTail, task.text.blockSize)
    while true {
      var result = BlockResult(block: number, thread: thread)
      let limit = min(task.rows.upperBound, block.upperBound + tail)
      try room.load(origin..<limit, of: reading)
      let found = known == nil ? room.lineStart(in: 0..<stop) : room.behindLineEnds(0)
      guard let start = found else { return result }
      result.start = known ?? origin + start
      result.end = origin + start
      guard start < min(stop, room.count) else { return result }
      let piece = Piece(start: start, stop: stop, isLast: limit == task.rows.upperBound)
      var outcome = scan(piece, isWidened)
      if outcome == .irregular { outcome = scanCarefully(piece, isWidened) }
      switch outcome {
      case .whole(let records, let next):
        result.rows = records
        result.end = origin + room.behindLineEnds(next)
        result.pieces = readers.map { $0.take() }
        return result
      case .incomplete where tail < Self.greatestTail: tail *= 4
      case .incomplete, .irregular:
        result.needsStream = true
        return result
      }
    }
  }

  /// Where the records of a block are in the room.
  private struct Piece {
    let start: Int
    let stop: Int
    let isLast: Bool
  }

  private func begin(_ isWidened: [Bool]) {
    for (slot, reader) in readers.enumerated() { reader.begin(isWidened: isWidened[slot]) }
  }

  private func scan(_ piece: Piece, _ isWidened: [Bool]) -> StructureScan.Outcome {
    let outcome = task.scan.scan(
      room, from: piece.start, to: piece.stop, fields: task.fieldCount, delimiter: task.delimiter,
      isLast: piece.isLast, notes: !readers.isEmpty)
    guard case .whole(let records, _) = outcome else { return outcome }
    begin(isWidened)
    for (slot, reader) in readers.enumerated() {
      let column = unsafe IndexedColumn(
        room.bytes, index: room.index, rows: records, field: task.wanted[slot],
        stride: task.fieldCount, room: room.unescaping)
      if reader.read(column) != nil { return .irregular }
    }
    return outcome
  }

  private func scanCarefully(_ piece: Piece, _ isWidened: [Bool]) -> StructureScan.Outcome {
    begin(isWidened)
    let scanner = RecordScanner(delimiter: task.delimiter)
    let table = FieldTable(fieldCount: task.fieldCount, wanted: task.wanted, most: 1 << 11)
    defer { extendLifetime(table) }
    var records = 0
    var position = piece.start
    while position < piece.stop, position < room.count {
      let result = unsafe scanner.scan(
        room.bytes, position, room.count, isLast: piece.isLast, stop: piece.stop, into: table)
      if result.hasDoubledQuotes { unsafe table.unescape(rows: result.rows, in: room.bytes) }
      let batch = unsafe FieldBatch(
        bytes: room.bytes, places: table.places, stride: table.stride, rows: result.rows)
      for (slot, reader) in readers.enumerated() where result.rows > 0 {
        if reader.read(PlacedColumn(batch: batch, slot: slot)) != nil { return .irregular }
      }
      records += result.rows
      position = result.next
      switch result.stop {
      case .full: continue
      case .blockEnd:
        if position < piece.stop, position < room.count { return .incomplete }
      case .ragged, .unclosedQuote, .textAfterQuote: return .irregular
      }
    }
    return .whole(records: records, next: position)
  }
}
