package import Columnar
package import SourceText
import Synchronization
import Threading

/// A delimited text file, such a text in memory, or the sheet of a workbook as a table.
///
/// Opening reads the header and the first 1,000 rows and fixes names, types and roles; reading
/// parses the wanted columns of all rows, from the same version of the file. Type rules: declared
/// types win; else the narrowest of boolean, integer, number, date, period and text that fits the
/// first rows. A column of integers becomes one of numbers when a later value has a fraction.
package final class CSVSource: Sendable {
  /// How messages name the file.
  package let displayName: String
  /// Names, types and roles, inferred from the first rows.
  package let schema: Schema
  /// By column what a reader of the script should know of its type, such as numbers that are read
  /// as text.
  package let advice: [(column: String, diagnostic: Diagnostic)]
  /// The text of a last line such as `Bron: CBS`, which is not a row.
  package let sourceLine: String?
  /// The separator declared or found.
  package let delimiter: UInt8
  /// Whether numbers have a decimal comma, declared or found.
  package let hasDecimalComma: Bool

  private let options: CSVOptions
  private let text: RecordStream.Text
  /// The file: the text itself, or the workbook it was taken from.
  private let stored: ByteOrigin
  private let numerals: NumeralReader
  private let declared: Set<String>
  /// The columns of which the texts of the first rows seldom repeat.
  private let unlike: Set<String>
  private let extent: (head: Int, rows: Int, bytes: Int)
  private let digest = Mutex<ContentDigest?>(nil)

  /// The number of rows that decide the types.
  package static let sampledRows = 1000

  /// Opens a file. Throws when it cannot be read (phase `input`), when an option names a column
  /// that is not there (phase `check`), or for a fault in the header or the first rows (`run`).
  package convenience init(
    path: String, displayName: String? = nil, options: CSVOptions = CSVOptions()
  ) throws(Diagnostic) {
    let name = displayName ?? path
    let origin = try ByteOrigin.open(path: path, name: name)
    // A declared code page has letters for every byte.
    if options.encoding == .utf8, let text = try UTF16Text.transcoded(origin, name: name) {
      try self.init(text, name, options, stored: origin)
    } else {
      try self.init(origin, name, options)
    }
  }

  /// Opens a text in memory.
  package convenience init(
    bytes: [UInt8], displayName: String, options: CSVOptions = CSVOptions()
  ) throws(Diagnostic) {
    try self.init(.memory(bytes), displayName, options)
  }

  init(
    _ origin: ByteOrigin, _ name: String, _ options: CSVOptions,
    blockSize: Int = RecordStream.Text.usualBlock, stored: ByteOrigin? = nil,
    places: SheetPlaces? = nil
  ) throws(Diagnostic) {
    let fault = CSVFault(name: name, places: places)
    try Self.check(options, fault)
    var text = RecordStream.Text(origin: origin, encoding: options.encoding, fault: fault)
    text.blockSize = blockSize
    var head = try RecordStream(text)
    let first = try CSVHeader(&head, options: options)
    let names = try first.checkedNames(options, fault)
    let dialect = first.dialect
    var line: SourceLine?
    if !options.keepsSourceLine {
      line = try SourceLine.find(origin, delimiter: dialect.delimiter, encoding: options.encoding)
    }
    // A line that is not behind the header's is the header.
    if let offset = line?.offset, offset > 0 { text.limit = offset }
    numerals = NumeralReader(
      decimalMark: dialect.hasDecimalComma ? 0x2C : 0x2E, thousands: options.thousands)
    let sample = try CSVSample(
      text, names: names, dialect: dialect, options: options, numerals: numerals)
    displayName = name
    schema = sample.schema
    advice = sample.advice
    sourceLine = line?.text
    delimiter = dialect.delimiter
    hasDecimalComma = dialect.hasDecimalComma
    self.options = options
    self.text = text
    self.stored = stored ?? origin
    declared = Set(options.types.map(\.column))
    unlike = sample.unlike
    extent = sample.extent
  }

  /// The size of the file as it is stored.
  package var byteCount: Int { stored.count }

  /// How many rows there may be: as many as fit when all are as long as the first ones.
  package var estimatedRows: Int {
    guard extent.bytes > 0 else { return 0 }
    let left = Double(max(byteCount - extent.head, 0))
    return Int((left * Double(extent.rows) / Double(extent.bytes)).rounded())
  }

  /// Whether the file is still the one that was opened, as far as its identity, size and times
  /// tell; a file that was changed in the second before it was opened is never trusted to.
  package var isCurrent: Bool { stored.isCurrent }

  /// Whether the rows are those of the file as it is stored: not of a workbook, nor in memory.
  package var isCacheable: Bool {
    switch (stored, text.origin) {
    case (.file(let stored, _, _), .file(let read, _, _)): stored == read
    case (.memory, _), (_, .memory): false
    }
  }

  /// How the file is read, as far as that decides what its columns hold.
  var readingDescription: String { "\(options)" }

  /// A quick digest of the file as it is stored, worked out the first time. Throws as
  /// ``forEachPiece(_:)`` does, and when told to stop.
  func contentDigest(threads: Int, isCancelled: @escaping @Sendable () -> Bool)
    throws(Diagnostic) -> ContentDigest
  {
    if let known = digest.withLock({ $0 }) { return known }
    let found = try ContentDigest.of(stored, threads: threads, isCancelled: isCancelled)
    digest.withLock { $0 = found }
    return found
  }

  /// Hands the bytes as they are stored to `body`, in order, in pieces: for a digest of what
  /// ``read(columns:)`` reads. Throws when the file is gone or was changed since it was opened.
  package func forEachPiece(_ body: (Span<UInt8>) -> Void) throws(Diagnostic) {
    let reading = try ByteReading(stored)
    var piece = [UInt8](repeating: 0, count: min(byteCount, 1 << 20))
    var offset = 0
    while offset < byteCount {
      let count = try reading.read(into: &piece, at: offset)
      guard count > 0 else { break }
      body(piece.span.extracting(first: count))
      offset += count
    }
    try reading.confirmUnchanged()
  }

  /// Reads all rows of the named columns, or of all when nil, in the order named.
  ///
  /// Throws for a name that is not there, and for the first fault in the file: in its structure, a
  /// byte of these columns that is no text, or a value (by row, then by column) that does not fit
  /// its column. What other columns hold is not looked at. The file is read by `threads`
  /// threads, as many as there are processors when nil; the result does not depend on them.
  /// `isCancelled` is asked often, by any of them; true ends the reading with a fault of phase
  /// `interrupted`. `tell` is told which part of the file was handed out, from 0 to 1.
  package func read(
    columns: [String]? = nil, threads: Int? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    tell: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws(Diagnostic) -> Table {
    try read(
      columns: columns, threads: threads, isCancelled: isCancelled, tell: tell,
      scan: StructureScan())
  }

  /// Whether texts of a column are the same in few of the first rows: codes for all of them would
  /// take more than the texts.
  package func seldomRepeats(_ column: String) -> Bool { unlike.contains(column) }

  /// The same, of the rows that a filter keeps; nil when that cannot be told without all rows: the
  /// condition is a fault for some row, a text may have several spellings, or a column turns out to
  /// be wider. The columns the filter looks at must be texts, integers or numbers. What is a fault
  /// in the file is one too in a row that is not kept.
  package func read(
    columns: [String], keeping filter: RowFilter, threads: Int? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    tell: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws(Diagnostic) -> CSVChoice? {
    let wanted = try positions(of: columns + filter.columns)
    let names = wanted.map { schema.names[$0] }
    let slots = filter.columns.compactMap { names.firstIndex(of: $0) }
    let block = BlockFilter(
      filter, slots: slots,
      passing: Set(names.indices.filter { !columns.contains(names[$0]) }),
      deferred: slots.filter { unlike.contains(names[$0]) })
    let found: (Table, TableReading.Outcome)
    do {
      found = try read(
        wanted, threads: threads, isCancelled: { isCancelled() || block.hasFailed }, tell: tell,
        scan: StructureScan(), filter: block)
    } catch {
      if block.hasFailed, !isCancelled() { return nil }
      throw error
    }
    return block.hasFailed
      ? nil : CSVChoice(table: found.0, records: found.1.records, undecided: found.1.undecided)
  }

  /// The same with a certain version of the scan.
  func read(
    columns: [String]?, threads: Int?, isCancelled: @escaping @Sendable () -> Bool = { false },
    tell: @escaping @Sendable (Double) -> Void = { _ in }, scan: StructureScan
  ) throws(Diagnostic) -> Table {
    try read(
      positions(of: columns), threads: threads, isCancelled: isCancelled, tell: tell, scan: scan,
      filter: nil
    ).table
  }

  private func read(
    _ wanted: [Int], threads: Int?, isCancelled: @escaping @Sendable () -> Bool,
    tell: @escaping @Sendable (Double) -> Void, scan: StructureScan, filter: BlockFilter?
  ) throws(Diagnostic) -> (table: Table, outcome: TableReading.Outcome) {
    let fields = wanted.map { schema.fields[$0] }
    let tokens = MissingTokens(options.missing)
    var stream = try RecordStream(text)
    try skipHeader(&stream)
    let task = ReadingTask(
      text: text, delimiter: delimiter, fieldCount: schema.fields.count, wanted: wanted,
      columns: fields.map { field in
        ColumnTask(
          field, isDeclared: declared.contains(field.name),
          granularity: options.axes.first { $0.column == field.name }?.granularity,
          numerals: numerals, tokens: tokens)
      }, scan: scan,
      rows: stream.position..<max(stream.position, text.limit ?? text.origin.count),
      filter: filter)
    let reading = TableReading(
      task: task, threads: threads ?? Threads.available, isCancelled: isCancelled,
      tell: tell)
    let outcome =
      options.encoding == .utf8 ? try reading.read() : try reading.read(from: &stream)
    var result = schema
    result.fields = fields.indices.filter { filter?.passing.contains($0) != true }
      .map { fields[$0] }
    for (index, column) in outcome.columns.enumerated() {
      result.fields[index].type = column.type
    }
    return (Table(schema: result, columns: outcome.columns, count: outcome.count), outcome)
  }

  private func positions(of columns: [String]?) throws(Diagnostic) -> [Int] {
    guard let columns else { return Array(schema.fields.indices) }
    var wanted: [Int] = []
    for column in columns {
      guard let position = schema.index(of: column) else {
        throw text.fault.unknownColumn(column, among: schema.names)
      }
      if !wanted.contains(position) { wanted.append(position) }
    }
    return wanted
  }

  private func skipHeader(_ stream: inout RecordStream) throws(Diagnostic) {
    var known = options
    known.delimiter = delimiter
    _ = try CSVHeader(&stream, options: known)
  }

  private static func check(_ options: CSVOptions, _ fault: CSVFault) throws(Diagnostic) {
    if let byte = options.delimiter,
      byte < 0x20 && byte != 0x09 || byte == 0x20 || byte > 0x7E
        || byte == 0x22 || byte &- 0x30 < 10 || byte == 0x2D
    {
      throw fault.badOption("the separator must be a sign such as `;`, `,`, `|` or a tab")
    }
    guard options.headerLines >= 1, options.skippedLines >= 0 else {
      throw fault.badOption("a header has at least one line, and no fewer than 0 lines are skipped")
    }
    let mark = options.decimalComma
    if mark == true && options.thousands == .comma || mark == false && options.thousands == .point {
      throw fault.badOption("decimals and thousands cannot have the same sign")
    }
  }
}
