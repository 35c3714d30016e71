import Columnar
import Crypto
import DataSources
import Planning
import SourceText
import Synchronization

/// A delimited file, or a sheet of a workbook, as a source of rows.
///
/// A column of integers may turn out to hold a fraction in a row after those that decided the
/// types: reading then throws ``SchemaChange``, the schema is wider from there on, and the script
/// is planned again.
final class CSVTable: SizedSource, FilteringSource, KnownValues, Sendable {
  let name: String
  /// The path as written, or where a built-in text is listed.
  let path: String
  let csv: CSVSource
  /// Whether the values cost little to know: the text is built in.
  let isEmbedded: Bool
  private let widened = Mutex<Set<String>>([])
  private let loaded = Mutex<Table?>(nil)
  private let columnsRead = ReadColumns()
  private let cache: @Sendable () -> ColumnCache?
  private let rows = Mutex<Int?>(nil)
  private let digest = Mutex<String?>(nil)

  /// The number of rows, once they were read.
  var rowsRead: Int? {
    get { rows.withLock { $0 } }
    set { rows.withLock { $0 = newValue } }
  }

  /// Columns that turned out to be wider than their first rows, sorted.
  var widenedColumns: [String] { widened.withLock { $0 }.sorted() }

  /// Takes note that columns are wider than their first rows; tells whether that is new.
  func widen(_ columns: [String]) -> Bool {
    widened.withLock { widened in
      let isNew = !widened.isSuperset(of: columns)
      widened.formUnion(columns)
      return isNew
    }
  }

  /// The digest of the file as it is stored. Throws when it is gone or became another.
  func sha256() throws -> String {
    if let known = digest.withLock({ $0 }) { return known }
    let found = try currentDigest()
    digest.withLock { $0 = found }
    return found
  }

  /// The digest of what the file holds now. Throws when it is gone or became another.
  func currentDigest() throws -> String {
    var hash = SHA256()
    try csv.forEachPiece { piece in
      unsafe piece.withUnsafeBytes { buffer in unsafe hash.update(bufferPointer: buffer) }
    }
    return Digest.text(hash.finalize())
  }

  /// Smaller files are read as quickly as found in a cache.
  private static let leastCached = 1 << 20

  init(
    _ csv: CSVSource, name: String, path: String, isEmbedded: Bool,
    cache: @escaping @Sendable () -> ColumnCache? = { nil }
  ) {
    self.csv = csv
    self.name = name
    self.path = path
    self.isEmbedded = isEmbedded
    self.cache = cache
  }

  var schema: Schema {
    var schema = csv.schema
    let wider = widened.withLock { $0 }
    for index in schema.fields.indices where wider.contains(schema.fields[index].name) {
      schema.fields[index].type = .number
    }
    return schema
  }

  func open(columns: [String], _ conditions: ReadingConditions) throws -> any BatchReader {
    let table = try self.rows(columns, conditions)
    let names = columns.filter { table.schema.index(of: $0) != nil }
    return TableReader(
      columns: names.compactMap { table.column($0) }, count: table.count,
      batchSize: conditions.batchSize)
  }

  /// The rows of some columns, which counts as reading the file.
  func rows(_ columns: [String], _ conditions: ReadingConditions) throws -> Table {
    let table = try read(columns, conditions)
    rows.withLock { $0 = table.count }
    conditions.noteRows(self, table.count)
    return table
  }

  private func read(_ columns: [String], _ conditions: ReadingConditions = ReadingConditions())
    throws -> Table
  {
    // Built-in texts are small: they are read whole, once.
    if isEmbedded {
      if let table = loaded.withLock({ $0 }) { return table }
      let table = try csv.read()
      loaded.withLock { $0 = table }
      return table
    }
    let expected = schema
    let table = try columnsRead.table(columns) { lacking in
      guard let cache = cache(), csv.isCacheable, csv.byteCount >= Self.leastCached else {
        return try csv.read(
          columns: lacking, threads: conditions.threads, isCancelled: conditions.isCancelled,
          tell: conditions.tell)
      }
      return try cache.table(
        csv, columns: lacking, threads: conditions.threads, isCancelled: conditions.isCancelled,
        tell: conditions.tell)
    }
    try confirm(table, expected)
    return table
  }

  /// Throws when a column turned out to be wider than expected.
  private func confirm(_ table: Table, _ expected: Schema) throws {
    let changed = table.schema.fields.filter { field in
      expected.field(field.name)?.type != field.type
    }
    guard changed.isEmpty else {
      widened.withLock { $0.formUnion(changed.map(\.name)) }
      // What was read with a fraction in some rows is read as numbers from now on, also when the
      // rows asked for next have none.
      throw SchemaChange()
    }
  }

  /// Texts that seldom repeat need not be kept to be looked at, nor does anything for which there
  /// is no other use; unless they were kept before or are to be kept from one run to the next.
  func prefersFilter(on columns: [String], isOnly: Bool) -> Bool {
    !isEmbedded && cache() == nil && !columnsRead.has(columns)
      && (isOnly || columns.allSatisfy { csv.seldomRepeats($0) })
  }

  func read(columns: [String], keeping filter: RowFilter, _ conditions: ReadingConditions) throws
    -> FilteredRows?
  {
    let expected = schema
    guard
      let found = try csv.read(
        columns: columns, keeping: filter, threads: conditions.threads,
        isCancelled: conditions.isCancelled, tell: conditions.tell)
    else { return nil }
    try confirm(found.table, expected)
    rows.withLock { $0 = found.records }
    conditions.noteRows(self, found.records)
    let batch = Batch(
      columns: columns.compactMap { found.table.column($0) }, count: found.table.count)
    return FilteredRows(rows: batch, undecided: found.undecided)
  }

  /// Of a built-in text the rows there are, of a file those that its first rows lead to expect.
  var size: SourceSize? {
    if isEmbedded { return (try? read([])).map { SourceSize(rows: $0.count) } }
    return SourceSize(rows: csv.estimatedRows, bytes: csv.byteCount)
  }

  func distinctCount(of column: String) -> Int? {
    isEmbedded ? (try? read([]))?.column(column)?.distinctCount : nil
  }

  func domain(of column: String) -> ValueDomain? {
    guard isEmbedded else { return nil }
    return ValueDomain { [self] in
      guard let table = try? read([]), let dictionary = table.column(column)?.dictionary
      else { return [] }
      return dictionary.entries.sorted { TextOrder.precedes($0, $1) }
    }
  }
}
