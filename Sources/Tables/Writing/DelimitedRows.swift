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
    // Where each row goes on; every cell has an end behind it.
    var places = [Int](repeating: columns.count, count: table.count)
    for column in columns { column.addSizes(to: &places) }
    var total = 0
    for row in places.indices {
      let size = places[row]
      places[row] = total
      total += size
    }
    output += unsafe [UInt8](unsafeUninitializedCapacity: total) { room, filled in
      for (index, column) in columns.enumerated() {
        let end = index == columns.count - 1 ? UInt8(ascii: "\n") : delimiter
        unsafe column.copy(to: room, &places, end: end)
      }
      filled = total
    }
  }
}
