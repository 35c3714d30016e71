import SourceText

/// The names of the columns, read from the first lines of a file.
struct CSVHeader {
  let names: [String]
  let dialect: CSVDialect

  /// Reads the header and leaves the stream at the first row. Lines to skip are lines of an
  /// editor; the lines of the header are records.
  init(_ stream: inout RecordStream, options: CSVOptions) throws(Diagnostic) {
    try stream.skipLines(options.skippedLines)
    try stream.lookAhead()
    try stream.lookAheadLine()
    var options = options
    if let separator = try stream.takeSeparatorLine() {
      options.delimiter = options.delimiter ?? separator
      options.skippedLines += 1
      try stream.lookAheadLine()
    }
    dialect = unsafe CSVDialect(
      options, bytes: stream.block.bytes, start: stream.block.position, end: stream.block.end,
      isLast: stream.block.isLast)
    var names: [String] = []
    for line in 0..<options.headerLines {
      let parts = try Self.record(&stream, delimiter: dialect.delimiter)
      if line == 0 {
        guard !parts.isEmpty else { throw stream.text.fault.empty }
        names = parts
        continue
      }
      guard parts.isEmpty || parts.count == names.count else {
        throw stream.text.fault.ragged(
          line: options.skippedLines + line + 1, found: parts.count, expected: names.count)
      }
      for (index, part) in parts.enumerated() where !part.isEmpty {
        names[index] += names[index].isEmpty ? part : " " + part
      }
    }
    self.names = names
  }

  /// The names after the declared ones took their places; each must be there and be different.
  func checkedNames(_ options: CSVOptions, _ fault: CSVFault) throws(Diagnostic) -> [String] {
    if names.count == 1, names[0].contains("\";\"") || names[0].contains("\",\"") {
      throw fault.savedTwice
    }
    var names = names
    for (position, name) in options.names {
      guard names.indices.contains(position - 1) else {
        throw fault.badOption("there is no column \(position) to name, only \(names.count)")
      }
      names[position - 1] = name
    }
    var positions: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      guard !name.isEmpty else { throw fault.unnamed(position: index + 1) }
      if let first = positions.updateValue(index + 1, forKey: name) {
        throw fault.duplicate(name, first: first, second: index + 1)
      }
    }
    return names
  }

  /// The fields of the next record as text; none at the end of the file.
  private static func record(
    _ stream: inout RecordStream, delimiter: UInt8
  ) throws(Diagnostic) -> [String] {
    try stream.lookAheadLine()
    let most = stream.mostFields(delimiter)
    let table = FieldTable(fieldCount: most, wanted: Array(0..<most), most: 1)
    defer { extendLifetime(table) }
    guard let (batch, count) = try stream.next(delimiter, into: table, isStrict: false) else {
      return []
    }
    return (0..<min(count, most)).map { batch.field(0, $0).text }
  }
}
