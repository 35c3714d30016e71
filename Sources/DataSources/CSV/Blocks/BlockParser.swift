import Columnar
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
  private let order: [Int]
  private let choose: RowFilter.Choice?
  /// The rows kept of the block that is read, and for how many a missing value decided.
  private var kept = (rows: 0, undecided: 0)
  /// Bytes behind a block that are read with it, for its last record; four times as many when they
  /// were not enough.
  private static let usualTail = 1 << 12
  private static let greatestTail = 1 << 22

  /// Opens the file for a thread.
  init(_ task: ReadingTask, thread: Int) throws(Diagnostic) {
    self.task = task
    self.thread = thread
    readers = task.columns.enumerated().map { slot, column in
      column.reader(isDeferred: task.filter?.deferred.contains(slot) ?? false)
    }
    choose = task.filter?.choice()
    order = task.readingOrder
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
        result.records = records
        result.end = origin + room.behindLineEnds(next)
        finish(&result)
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

  /// Begins the pieces of a block.
  func begin(_ isWidened: [Bool]) {
    kept = (0, 0)
    for (slot, reader) in readers.enumerated() { reader.begin(isWidened: isWidened[slot]) }
  }

  /// Keeps the rows that are wanted of some that were just read.
  func keep(of count: Int) {
    guard let filter = task.filter, let choose else {
      kept.rows += count
      return
    }
    let chosen = filter.chosen(readers, of: count, by: choose)
    for (slot, reader) in readers.enumerated() {
      reader.keep(filter.passing.contains(slot) ? [] : chosen.rows, of: count)
    }
    kept.rows += chosen.rows.count
    kept.undecided += chosen.undecided
  }

  /// Puts what was kept into a result.
  func finish(_ result: inout BlockResult) {
    result.rows = kept.rows
    result.undecided = kept.undecided
    result.pieces = readers.map { $0.take() }
  }

  private func scan(_ piece: Piece, _ isWidened: [Bool]) -> StructureScan.Outcome {
    let outcome = task.scan.scan(
      room, from: piece.start, to: piece.stop, fields: task.fieldCount, delimiter: task.delimiter,
      isLast: piece.isLast, notes: !readers.isEmpty)
    guard case .whole(let records, _) = outcome else { return outcome }
    begin(isWidened)
    let waiting = task.filter?.deferred ?? []
    for slot in order {
      let column = unsafe IndexedColumn(
        room.bytes, index: room.index, rows: records, field: task.wanted[slot],
        stride: task.fieldCount, room: room.unescaping,
        keepsRoom: waiting.dropFirst().contains(slot))
      if readers[slot].read(column) != nil { return .irregular }
    }
    keep(of: records)
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
      if result.rows > 0 { keep(of: result.rows) }
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
