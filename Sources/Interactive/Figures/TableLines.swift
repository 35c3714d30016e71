import Columnar
import Graphics
import SourceText
import Wording

extension DrawnTable: BlockMark {
  /// The rows with their heads, numbers to the right; the course of a row in blocks of eight heights.
  func lines(width: Int, language: Language) -> [StyledLine] {
    let hasChange = rows.contains { !$0.change.isEmpty }
    let hasCourse = rows.contains { $0.course.count > 1 }
    var table = [[nameHead] + heads + (hasChange ? [""] : []) + (hasCourse ? [courseHead] : [])]
    table += rows.map { row in
      [row.name] + heads.indices.map { value(row, $0, language) } + (hasChange ? [row.change] : [])
        + (hasCourse ? [Self.course(row.course)] : [])
    }
    let widths = table[0].indices.map { column in
      table.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    let others = widths.dropFirst().reduce(0) { $0 + $1 + 2 }
    let first = min(widths[0], max(8, width - others))
    return table.enumerated().map { index, cells in
      let style: TerminalStyle = index == 0 ? .soft : .plain
      var line = StyledLine(cells[0].cut(to: first), style)
      for column in cells.indices.dropFirst() {
        line.pad(to: line.width + (column == 1 ? first - line.width : 0) + 2)
        let isCourse = hasCourse && column == cells.count - 1
        let gap = widths[column] - DisplayWidth.of(cells[column])
        line.add(String(repeating: " ", count: isCourse ? 0 : gap))
        line.add(cells[column], style)
      }
      return line
    }
  }

  private func value(_ row: Row, _ column: Int, _ language: Language) -> String {
    guard row.values.indices.contains(column) else { return "" }
    switch row.values[column] {
    case .missing(let words) where !words.isEmpty: return words
    case let datum:
      return datum.value.map { format.text($0) } ?? MissingWording(.unknown, in: language).words
    }
  }

  /// Values as heights, from the lowest to the highest of the row; a gap where one is missing.
  private static func course(_ values: [Datum]) -> String {
    let heights = Array("▁▂▃▄▅▆▇█")
    let known = values.compactMap(\.value)
    guard let low = known.min(), let high = known.max() else { return "" }
    return String(
      values.map { datum -> Character in
        guard let value = datum.value else { return " " }
        // Halves, so that values far apart do not overflow.
        let share = high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0.5
        return heights[min(7, max(0, Int((share * 7).rounded())))]
      })
  }
}
