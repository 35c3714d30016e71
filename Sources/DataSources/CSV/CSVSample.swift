import Columnar
import SourceText

/// What the first rows of a file tell about its columns.
struct CSVSample {
  let schema: Schema
  /// By column what is odd about its type.
  let advice: [(column: String, diagnostic: Diagnostic)]
  /// The bytes before the first row, the rows looked at, and the bytes of these.
  let extent: (head: Int, rows: Int, bytes: Int)

  /// Reads up to ``CSVSource/sampledRows`` rows and infers what was not declared.
  init(
    _ text: RecordStream.Text, names: [String], dialect: CSVDialect, options: CSVOptions,
    numerals: NumeralReader
  ) throws(Diagnostic) {
    var declared: [String: DataType] = [:]
    for (column, type) in options.types {
      guard names.contains(column) else { throw text.fault.unknownColumn(column, among: names) }
      declared[column] = type
    }
    var stream = try RecordStream(text)
    var known = options
    known.delimiter = dialect.delimiter
    _ = try CSVHeader(&stream, options: known)
    let start = stream.position
    let tokens = MissingTokens(options.missing)
    var inferences = names.map {
      TypeInference(isTime: TimeNames.contains($0) || options.axes.contains($0))
    }
    var advice = names.map { _ in NumberAdvice(numerals) }
    var title = TitleCheck(isOn: names.count == 1 && options.delimiter == nil)
    var rows = 0
    var firstLine = 0
    while rows < CSVSource.sampledRows {
      let table = FieldTable(
        fieldCount: names.count, wanted: Array(names.indices), most: CSVSource.sampledRows - rows)
      defer { extendLifetime(table) }
      guard let (batch, _) = try stream.next(dialect.delimiter, into: table) else { break }
      if rows == 0, title.isOn {
        let first = batch.field(0, 0)
        firstLine = try stream.line(of: unsafe first.start - UnsafePointer(batch.bytes))
      }
      for slot in names.indices {
        for row in 0..<batch.rows {
          let cell = batch.field(row, slot)
          title.include(cell)
          guard tokens.reason(cell) == 0 else { continue }
          inferences[slot].include(cell, numerals)
          advice[slot].include(cell)
        }
      }
      rows += batch.rows
    }
    if let (separator, fields) = title.found {
      throw text.fault.title(separator: separator, fields: fields, line: firstLine)
    }
    extent = (start, rows, stream.position - start)
    var columns: [(name: String, type: DataType, isAxis: Bool, isEmpty: Bool)] = []
    var told: [(column: String, diagnostic: Diagnostic)] = []
    for (slot, name) in names.enumerated() {
      if let type = declared[name] {
        columns.append((name, type, type == .integer || type == .date || type == .period, false))
        continue
      }
      let inference = inferences[slot]
      columns.append((name, inference.type, inference.isAxis, inference.isEmpty))
      guard inference.type == .text else { continue }
      if let found = advice[slot].diagnostic(column: name, file: text.fault.name) {
        told.append((name, found))
      }
    }
    schema = Schema(RoleInference.fields(columns))
    self.advice = told
  }
}
