import Columnar

/// The rows of csv and tsv: names, then a line a row, each ended by a line feed.
struct DelimitedRows {
  let delimiter: UInt8
  let format: ColumnFormat

  /// Writes names and rows; a table without columns has no lines.
  func append(_ table: Table, to output: inout [UInt8]) {
    guard !table.columns.isEmpty else { return }
    for (index, name) in table.schema.names.enumerated() {
      if index > 0 { output.append(delimiter) }
      format.escape(name, &output)
    }
    output.append(UInt8(ascii: "\n"))
    let columns = table.columns.map { format.cells(of: $0) }
    for row in 0..<table.count {
      for index in columns.indices {
        if index > 0 { output.append(delimiter) }
        columns[index].append(row: row, to: &output)
      }
      output.append(UInt8(ascii: "\n"))
    }
  }
}
