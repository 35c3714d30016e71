import SourceText

/// What is to be read of a file: shared by all threads, and never changed.
struct ReadingTask: Sendable {
  let text: RecordStream.Text
  let delimiter: UInt8
  /// The fields of a record.
  let fieldCount: Int
  /// The fields to read, in the order they were asked for.
  let wanted: [Int]
  /// How each of them is read.
  let columns: [ColumnTask]
  let scan: StructureScan
  /// Where the rows begin and end in the file.
  let rows: Range<Int>
  /// What rows have to be to be kept, or nil when all are.
  let filter: BlockFilter?

  /// The slots of the wanted fields in the order of the file.
  var slotsInOrder: [Int] { wanted.indices.sorted { wanted[$0] < wanted[$1] } }

  /// The slots in the order they are read in: texts that get no codes yet come last.
  var readingOrder: [Int] {
    let deferred = filter?.deferred ?? []
    return wanted.indices.filter { !deferred.contains($0) } + deferred
  }

  /// How many blocks there are.
  var blockCount: Int { (rows.count + text.blockSize - 1) / text.blockSize }

  /// A block: records that begin in it are read with it.
  func block(_ number: Int) -> Range<Int> {
    let start = rows.lowerBound + number * text.blockSize
    return start..<min(rows.upperBound, start + text.blockSize)
  }

  /// The fault of a value that does not fit its column.
  func unreadable(_ cell: Cell, line: Int, slot: Int) -> Diagnostic {
    text.fault.unreadable(
      cell.text, line: line, position: wanted[slot] + 1, field: columns[slot].field,
      isDeclared: columns[slot].isDeclared, granularity: columns[slot].granularity)
  }
}

/// What one thread found in a block.
struct BlockResult: Sendable {
  let block: Int
  let thread: Int
  /// Where the first record begins, as far as the thread could tell.
  var start: Int?
  /// Where the first record of a later block begins.
  var end = 0
  /// The records that were read, and those of them that are kept.
  var records = 0
  var rows = 0
  /// For how many records a missing value decided whether they are kept.
  var undecided = 0
  /// By slot; empty when there are no records.
  var pieces: [ColumnPiece] = []
  /// Whether something is wrong with it, or it is too large: it has to be read record by record.
  var needsStream = false
}
