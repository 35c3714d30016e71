import SourceText

extension BlockParser {
  /// Reads a block record by record from where its first one begins, with every rule of the
  /// careful path, and throws the first fault in it.
  func readRecords(
    _ number: Int, from start: Int, isWidened: [Bool]
  ) throws(Diagnostic) -> BlockResult {
    var result = BlockResult(block: number, thread: thread, start: start)
    let stop = task.block(number).upperBound
    var stream = try RecordStream(task.text, from: start, checking: task.slotsInOrder)
    begin(isWidened)
    let table = FieldTable(fieldCount: task.fieldCount, wanted: task.wanted, most: 1)
    defer { extendLifetime(table) }
    while stream.position < stop, let (batch, _) = try stream.next(task.delimiter, into: table) {
      try read(batch, stream)
      result.records += batch.rows
    }
    result.end = stream.position
    finish(&result)
    return result
  }

  /// Reads all records of a text that cannot be cut into blocks, from where its rows begin.
  func readAllRecords(
    _ stream: inout RecordStream, _ isCancelled: () -> Bool
  ) throws(Diagnostic) -> [BlockResult] {
    var results: [BlockResult] = []
    var isWidened = readers.map { _ in false }
    let table = FieldTable(fieldCount: task.fieldCount, wanted: task.wanted)
    defer { extendLifetime(table) }
    while let (batch, _) = try stream.next(task.delimiter, into: table) {
      if isCancelled() { throw Self.interrupted }
      begin(isWidened)
      try read(batch, stream)
      var result = BlockResult(block: results.count, thread: thread)
      result.records = batch.rows
      finish(&result)
      for (slot, piece) in result.pieces.enumerated() where piece.isWidened {
        isWidened[slot] = true
      }
      results.append(result)
    }
    try stream.confirmUnchanged()
    return results
  }

  /// Reads some records; throws the first value, by row and then by column, that does not fit.
  private func read(
    _ batch: FieldBatch, _ stream: borrowing RecordStream
  ) throws(Diagnostic) {
    var fault: (row: Int, slot: Int)?
    for slot in task.slotsInOrder {
      guard let row = readers[slot].read(PlacedColumn(batch: batch, slot: slot)) else { continue }
      if let fault, fault.row <= row { continue }
      fault = (row, slot)
    }
    guard let fault else { return keep(of: batch.rows) }
    let cell = batch.field(fault.row, fault.slot)
    let line = try stream.line(of: unsafe cell.start - UnsafePointer(batch.bytes))
    throw task.unreadable(cell, line: line, slot: fault.slot)
  }

  /// What ends a reading that is no longer wanted.
  static var interrupted: Diagnostic {
    Diagnostic(.error, phase: .interrupted, code: "interrupted", "the query was interrupted")
  }
}

extension ColumnPiece {
  /// Whether a column of integers turned out to be one of numbers.
  var isWidened: Bool {
    switch self {
    case .codes: false
    case .numbers(let piece): piece.isWidened
    }
  }
}
