import Columnar
import SourceText

/// What the first rows of a file tell about its columns.
struct CSVSample {
  let schema: Schema
  /// By column what is odd about its type.
  let advice: [(column: String, diagnostic: Diagnostic)]
  /// The columns of texts of which most stand in one row only.
  let unlike: Set<String>
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
    let axes = options.axes.map(\.column)
    var inferences = names.map {
      TypeInference(isTime: TimeNames.contains($0) || axes.contains($0))
    }
    var advice = names.map { _ in NumberAdvice(numerals) }
    var variety = names.map { _ in TextVariety() }
    var totals = names.map { _ in TotalInference() }
    var title = TitleCheck(isOn: names.count == 1 && options.delimiter == nil)
    var rows = 0
    var firstLine = 0
    while rows < CSVSource.sampledRows {
      let table = FieldTable(
        fieldCount: names.count, wanted: Array(names.indices), most: CSVSource.sampledRows - rows)
      defer { extendLifetime(table) }
      let next: (FieldBatch, Int)?
      do {
        next = try stream.next(dialect.delimiter, into: table)
      } catch {
        guard title.isOn, rows == 0, error.code == "text-after-quote",
          let (separator, fields, line) = try Self.quotedRows(text, known)
        else { throw error }
        throw text.fault.title(separator: separator, fields: fields, line: line)
      }
      guard let (batch, _) = next else { break }
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
          advice[slot].include(cell, isText: inferences[slot].isText)
          variety[slot].include(cell)
          totals[slot].include(cell)
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
      if inference.isEmpty, options.measures.contains(name) {
        columns.append((name, .number, false, true))
        continue
      }
      columns.append((name, inference.type, inference.isAxis, inference.isEmpty))
      if inference.isEmpty { told.append((name, text.fault.noValues(column: name))) }
      guard inference.type == .text else { continue }
      if let found = advice[slot].diagnostic(column: name, file: text.fault.name) {
        told.append((name, found))
      }
    }
    let fields = RoleInference.fields(columns)
    unlike = Set(
      zip(fields, variety).filter { $0.type == .text && $1.isGreat }.map { $0.0.name })
    var schema = Schema(fields)
    for slot in schema.fields.indices where schema.fields[slot].type == .period {
      schema.fields[slot].granularity = inferences[slot].granularity
    }
    for (slot, field) in schema.fields.enumerated() where field.role == .candidateKey {
      guard let value = totals[slot].value else { continue }
      schema.totals.append(Schema.Total(column: field.name, value: value, isDeclared: false))
    }
    self.schema = schema
    self.advice = told
  }

  /// The separator and the fields of quoted rows below a title, and the line where they begin; nil
  /// where there is no separator between them either.
  private static func quotedRows(
    _ text: RecordStream.Text, _ options: CSVOptions
  ) throws(Diagnostic) -> (separator: UInt8, fields: Int, line: Int)? {
    var stream = try RecordStream(text)
    _ = try CSVHeader(&stream, options: options)
    try stream.lookAhead()
    let (separator, fields) = unsafe CSVDialect.find(
      stream.block.bytes, stream.block.position, stream.block.end, stream.block.isLast, header: 1)
    guard fields > 1 else { return nil }
    return (separator, fields, try stream.line(of: stream.block.position))
  }
}
