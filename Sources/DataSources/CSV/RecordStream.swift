import SourceText

/// The records of a delimited text from front to back, with every fault at its line.
struct RecordStream: ~Copyable {
  /// What a stream reads: one value opens any number of streams of the same text.
  struct Text: Sendable {
    let origin: ByteOrigin
    let encoding: CSVOptions.Encoding
    let fault: CSVFault
    /// Where the text ends, when a last line is told apart.
    var limit: Int?
    /// Bytes of a block, which one thread reads at a time; no result depends on it.
    var blockSize = Self.usualBlock
    /// Large enough that few calls are made, small enough to stay near the processor.
    static let usualBlock = 1 << 20
    /// A record of more bytes is taken for one with a quote that is not closed, which would
    /// otherwise take in the rest of the file.
    var longestRecord = 1 << 26
    /// What has been read of a record by then: of the last character some bytes may still be out.
    var longestWindow: Int { longestRecord - 4 }
  }

  let text: Text
  private(set) var block: BlockBuffer
  private var pending: Diagnostic?
  /// The slots, in the order of the file, of which the fields are looked at for broken bytes; nil
  /// when all bytes are.
  private let checkedSlots: [Int]?

  /// Opens a text. In UTF-8 it may be opened at the begin of a record, and of its bytes only the
  /// fields of some slots, given in the order of the file, may have to be text.
  init(_ text: Text, from start: Int = 0, checking slots: [Int]? = nil) throws(Diagnostic) {
    self.text = text
    checkedSlots = slots
    block = try BlockBuffer.open(
      text.origin, encoding: text.encoding, limit: text.limit,
      size: min(text.blockSize, BlockBuffer.usual), from: start, isChecked: slots == nil)
  }

  /// Where in the text the next record begins.
  var position: Int { block.base + block.position }

  /// Reads the next records into the table; their places hold until the next call. Nil at the
  /// end. A fault is thrown once the whole records before it were handed out, so that the first
  /// fault of a file is the same in blocks of any size.
  mutating func next(_ delimiter: UInt8, into table: borrowing FieldTable, isStrict: Bool = true)
    throws(Diagnostic) -> (batch: FieldBatch, fieldCount: Int)?
  {
    if let pending { throw pending }
    let scanner = RecordScanner(delimiter: delimiter, isStrict: isStrict)
    while true {
      let result = unsafe scanner.scan(
        block.bytes, block.position, block.end, isLast: block.isLast, into: table)
      block.position = result.next
      var fault = try fault(result.stop, delimiter, expected: table.fieldCount)
      var rows = result.rows
      if let broken = try brokenField(table, rows: rows) {
        rows = broken.row
        fault = broken.fault
      }
      if rows > 0 {
        pending = fault
        if result.hasDoubledQuotes { unsafe table.unescape(rows: rows, in: block.bytes) }
        let batch = unsafe FieldBatch(
          bytes: block.bytes, places: table.places, stride: table.stride, rows: rows)
        return (batch, result.fieldCount)
      }
      if let fault { throw fault }
      guard block.hasMore else { return nil }
      try block.refill()
    }
  }

  /// The most fields the next record can have: one more than the separators in the block.
  func mostFields(_ delimiter: UInt8) -> Int {
    var most = 1
    for index in block.position..<block.end where unsafe block.bytes[index] == delimiter {
      most += 1
    }
    return most
  }

  /// Reads on without using anything up, until the block has enough to tell how it is written.
  mutating func lookAhead() throws(Diagnostic) {
    while block.end - block.position < 1 << 16, block.hasMore { try block.refill() }
  }

  /// Reads on without using anything up, until a whole line stands in the block.
  mutating func lookAheadLine() throws(Diagnostic) {
    var seen = block.position
    while block.end - block.position < text.longestRecord {
      while seen < block.end {
        let byte = unsafe block.bytes[seen]
        if byte == 0x0A || byte == 0x0D { return }
        seen += 1
      }
      guard block.hasMore else { return }
      // The window moves what is unused to its front.
      seen -= block.position
      try block.refill()
      seen += block.position
    }
  }

  /// Passes over a line `sep=;`, which spreadsheets write above the header; gives its separator.
  mutating func takeSeparatorLine() throws(Diagnostic) -> UInt8? {
    let start = block.position
    var line: [UInt8] = []
    while line.count < 8, start + line.count < block.end {
      let byte = unsafe block.bytes[start + line.count]
      if byte == 0x0A || byte == 0x0D { break }
      line.append(byte)
    }
    if line.count == 7, line.first == 0x22, line.last == 0x22 { line = Array(line[1...5]) }
    guard line.count == 5, String(decoding: line[..<4], as: UTF8.self).lowercased() == "sep=" else {
      return nil
    }
    try skipLines(1)
    return line[4]
  }

  /// Passes over lines as an editor counts them.
  mutating func skipLines(_ count: Int) throws(Diagnostic) {
    var left = count
    while left > 0 {
      while left > 0, block.position < block.end {
        let byte = unsafe block.bytes[block.position]
        if byte == 0x0D, block.position + 1 == block.end, block.hasMore { break }
        block.position += 1
        if byte == 0x0D, block.position < block.end, unsafe block.bytes[block.position] == 0x0A {
          block.position += 1
        }
        if byte == 0x0A || byte == 0x0D { left -= 1 }
      }
      guard left > 0, block.hasMore else { return }
      try block.refill()
    }
  }

  /// Tells at the end whether the file stayed the same.
  func confirmUnchanged() throws(Diagnostic) {
    try block.confirmUnchanged()
  }

  /// The line, from 1, of a byte of the block.
  func line(of index: Int) throws(Diagnostic) -> Int {
    try place(of: index).line
  }

  private func place(of index: Int) throws(Diagnostic) -> (line: Int, column: Int) {
    try LineFinder.place(of: block.base + index, in: text.origin, encoding: text.encoding)
  }

  /// The fault for which a scan stopped, or nil when it may go on.
  private func fault(
    _ stop: RecordScanner.Stop, _ delimiter: UInt8, expected: Int
  ) throws(Diagnostic) -> Diagnostic? {
    if checkedSlots != nil, let fault = try checkedFault(stop, delimiter, expected: expected) {
      return fault
    }
    switch stop {
    case .full: return nil
    case .blockEnd:
      if let byte = block.broken {
        let place = try place(of: block.end)
        return text.fault.brokenText(byte: byte, line: place.line, column: place.column)
      }
      guard block.end - block.position < text.longestWindow else {
        return text.fault.endlessRecord(
          line: try line(of: block.position), most: text.longestRecord)
      }
      return nil
    case .ragged(let found):
      return text.fault.ragged(
        line: try line(of: block.position), found: found, expected: expected)
    case .unclosedQuote(let index):
      return text.fault.unclosedQuote(line: try line(of: index))
    case .textAfterQuote(let index):
      return text.fault.textAfterQuote(line: try line(of: index))
    }
  }

  /// The fault in the structure of a record whose bytes were not looked at: when a byte before it
  /// is no part of a text that is the fault.
  private func checkedFault(
    _ stop: RecordScanner.Stop, _ delimiter: UInt8, expected: Int
  ) throws(Diagnostic) -> Diagnostic? {
    switch stop {
    case .full: return nil
    case .blockEnd:
      guard block.end - block.position >= text.longestWindow else { return nil }
    case .ragged, .unclosedQuote, .textAfterQuote: break
    }
    var checked = try RecordStream(text, from: position)
    let table = FieldTable(fieldCount: expected, wanted: [], most: 1)
    defer { extendLifetime(table) }
    do {
      _ = try checked.next(delimiter, into: table)
      return nil
    } catch {
      return error
    }
  }

  /// The first field that has to be text and is none, of the records in a table.
  private func brokenField(
    _ table: borrowing FieldTable, rows: Int
  ) throws(Diagnostic) -> (row: Int, fault: Diagnostic)? {
    guard let checkedSlots else { return nil }
    for row in 0..<rows {
      for slot in checkedSlots {
        let field = unsafe table.places[row * table.stride + slot]
        let start = Int(field.start)
        let end = start + Int(field.extent >> 1)
        guard let index = unsafe ByteCheck.firstFault(block.bytes, start, end) else { continue }
        let place = try place(of: index)
        let fault = text.fault.brokenText(
          byte: unsafe block.bytes[index], line: place.line, column: place.column)
        return (row, fault)
      }
    }
    return nil
  }
}
