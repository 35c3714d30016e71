import Columnar
import Synchronization

/// The rows of csv and tsv: names, then a line a row, each ended by a line feed.
struct DelimitedRows {
  let delimiter: UInt8
  let format: ColumnFormat

  /// Writes names and rows; a table without columns has no lines.
  func append(_ view: TableView, to output: inout [UInt8]) {
    let table = view.table
    let width = table.columns.count
    guard width > 0 else { return }
    for (index, name) in table.schema.names.enumerated() {
      if index > 0 { output.append(delimiter) }
      format.escape(name, &output)
    }
    output.append(UInt8(ascii: "\n"))
    let written = Written()
    view.workers.run(table.count * width) { cells in
      let range = (cells.lowerBound / width)..<(cells.upperBound / width)
      let text = range.isEmpty ? [] : rows(range, of: table)
      written.parts.withLock { $0.append((range.lowerBound, text)) }
    }
    for part in written.parts.withLock({ $0 }).sorted(by: { $0.row < $1.row }) {
      output += part.text
    }
  }

  /// Rows that were written out, in pieces, each with its first row.
  private final class Written: Sendable {
    let parts = Mutex<[(row: Int, text: [UInt8])]>([])
  }

  /// Some rows written out.
  private func rows(_ range: Range<Int>, of table: Table) -> [UInt8] {
    let columns = table.columns.map { column in
      format.cells(of: range.count == table.count ? column : column.slice(range))
    }
    // Where each row goes on, and ends; every cell has an end behind it.
    var places = [Int](repeating: columns.count, count: range.count)
    for column in columns { column.addSizes(to: &places) }
    var total = 0
    for row in places.indices {
      let size = places[row]
      places[row] = total
      total += size
    }
    let limits = Array(places.dropFirst()) + [total]
    return unsafe [UInt8](unsafeUninitializedCapacity: total) { room, filled in
      for first in stride(from: 0, to: range.count, by: Self.near) {
        let rows = first..<min(first + Self.near, range.count)
        for (index, column) in columns.enumerated() {
          let end = index == columns.count - 1 ? UInt8(ascii: "\n") : delimiter
          unsafe column.copy(rows, to: room, &places, limits: limits, end: end)
        }
      }
      filled = total
    }
  }

  /// The texts of so many rows mostly fit the nearest memory.
  private static let near = 256
}
