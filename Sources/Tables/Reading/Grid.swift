import Columnar
import SourceText
import Wording

/// Rows and columns of text for a terminal, aligned by the cells each character takes.
///
/// Lines carry no spaces at their end, so that a saved table survives an editor.
struct Grid {
  private let columns: [ReadableColumn]
  /// The lines of each heading, one unless headings wrap.
  private let headings: [[String]]
  /// The width of every cell without its mark, by column and row.
  private let cellWidths: [[Int]]
  /// The width of each column with room for marks.
  let widths: [Int]

  init(_ view: TableView) {
    let language = view.options.language
    columns = ReadableColumn.all(of: view, escape: VisibleText.appendPlain) { reason, bytes in
      bytes += MissingWording(reason, in: language).symbol.utf8
    }
    cellWidths = columns.map { $0.cells.measured(Self.width) }
    var widths: [Int] = []
    var headings: [[String]] = []
    for index in columns.indices {
      let room = columns[index].hasMarks ? Footnotes.mark.utf8.count : 0
      let widest = (cellWidths[index].max() ?? 0) + room
      let whole = VisibleText.plain(columns[index].fullHeading)
      headings.append(view.wrapsHeadings ? Self.wrapped(whole, to: widest) : [whole])
      widths.append(max(headings[index].map { DisplayWidth.of($0) }.max() ?? 0, widest))
    }
    self.headings = headings
    self.widths = widths
  }

  /// Writes the headings, a rule and the rows.
  func append(rows: Int, to output: inout [UInt8]) {
    var line = Line()
    let height = headings.map(\.count).max() ?? 0
    for row in 0..<height {
      for index in columns.indices {
        // Shorter headings stand on the rule.
        let place = row - (height - headings[index].count)
        let text = place >= 0 ? headings[index][place] : ""
        let pad = widths[index] - DisplayWidth.of(text)
        let before = columns[index].alignsRight ? pad : 0
        line.add(Array(text.utf8), before: before, after: pad - before)
      }
      line.end(&output)
    }
    for width in widths {
      line.add(Array(String(repeating: "─", count: width).utf8), before: 0, after: 0)
    }
    line.end(&output)
    var cell: [UInt8] = []
    for row in 0..<rows {
      for index in columns.indices {
        cell.removeAll(keepingCapacity: true)
        let column = columns[index]
        column.cells.append(row: row, to: &cell)
        var pad = widths[index] - cellWidths[index][row]
        let isMarked = column.hasMarks && column.column.partialCoverage(at: row) != nil
        if isMarked { cell += Footnotes.mark.utf8 }
        // The mark hangs behind the number, so that digits stay under each other.
        let hanging = column.hasMarks ? Footnotes.mark.utf8.count : 0
        pad -= hanging
        let after = isMarked ? 0 : hanging
        line.add(
          cell, before: column.alignsRight ? pad : 0,
          after: column.alignsRight ? after : pad + after)
      }
      line.end(&output)
    }
  }

  /// A heading in lines that are no wider than the cells or the longest word.
  private static func wrapped(_ heading: String, to width: Int) -> [String] {
    let words = heading.split(separator: " ").map(String.init)
    let longest = words.map { DisplayWidth.of($0) }.max() ?? 0
    let limit = max(width, longest)
    return words.reduce(into: [""]) { lines, word in
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = word
      } else if DisplayWidth.of(line) + 1 + DisplayWidth.of(word) <= limit {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(word)
      }
    }
  }

  private static func width(_ bytes: ArraySlice<UInt8>) -> Int {
    for byte in bytes where byte >= 0x80 {
      return DisplayWidth.of(String(decoding: bytes, as: UTF8.self))
    }
    return bytes.count
  }

  /// A line being written: spaces wait until something stands behind them.
  private struct Line {
    private var bytes: [UInt8] = []
    private var waiting = 0
    private var isFirst = true

    mutating func add(_ text: [UInt8], before: Int, after: Int) {
      waiting += before + (isFirst ? 0 : 2)
      isFirst = false
      if !text.isEmpty {
        bytes += repeatElement(UInt8(ascii: " "), count: waiting)
        bytes += text
        waiting = 0
      }
      waiting += after
    }

    mutating func end(_ output: inout [UInt8]) {
      output += bytes
      output.append(UInt8(ascii: "\n"))
      bytes.removeAll(keepingCapacity: true)
      waiting = 0
      isFirst = true
    }
  }
}

extension TableView {
  /// How many cells of a terminal each column takes in the format `table`; two lie between
  /// columns. For callers that leave columns out of a window that is too narrow.
  package var columnWidths: [Int] { Grid(self).widths }
}
