import Columnar
import Wording

/// A table element: caption, headings with their scope, rows.
///
/// The first cell of a row heads it (`th scope="row"`) unless its column is a measure or the only
/// one. A missing cell is an `abbr` whose title says why; the mark of a partly known cell one
/// that says how much is known.
struct HTMLTable {
  private let view: TableView
  private let columns: [ReadableColumn]
  private let wording: TableWording

  init(_ view: TableView) {
    let language = view.options.language
    self.view = view
    wording = TableWording(language: language)
    columns = ReadableColumn.all(of: view, escape: HTMLText.append) { reason, bytes in
      let wording = MissingWording(reason, in: language)
      Self.appendAbbreviation(wording.symbol, meaning: wording.words, to: &bytes)
    }
  }

  /// Writes the element and a line end.
  func append(to output: inout [UInt8]) {
    output += "<table".utf8
    if let id = view.id {
      output += " id=\"".utf8
      HTMLText.appendAttribute(id, to: &output)
      output += "\"".utf8
    }
    output += ">\n".utf8
    if let title = view.title {
      output += "<caption>".utf8
      HTMLText.append(title, to: &output)
      output += "</caption>\n".utf8
    }
    appendHeadings(to: &output)
    output += "<tbody>\n".utf8
    for row in 0..<view.table.count { append(row: row, to: &output) }
    if view.table.count == 0 {
      output += "<tr><td colspan=\"\(columns.count)\">".utf8
      HTMLText.append(view.emptyText ?? wording.noRows, to: &output)
      output += "</td></tr>\n".utf8
    }
    output += "</tbody>\n</table>\n".utf8
  }

  private func appendHeadings(to output: inout [UInt8]) {
    output += "<thead>\n<tr>".utf8
    for column in columns {
      output += "<th scope=\"col\"\(column.alignsRight ? " class=\"num\"" : "")>".utf8
      HTMLText.append(column.heading, to: &output)
      if let unit = column.unit {
        output += " <span class=\"unit\">(".utf8
        HTMLText.append(unit, to: &output)
        output += ")</span>".utf8
      }
      output += "</th>".utf8
    }
    output += "</tr>\n</thead>\n".utf8
  }

  private func append(row: Int, to output: inout [UInt8]) {
    output += "<tr>".utf8
    for index in columns.indices {
      let column = columns[index]
      let isHead = index == 0 && columns.count > 1 && column.namesRows
      output += (isHead ? "<th scope=\"row\"" : "<td").utf8
      if view.headsCells {
        output += " data-kop=\"".utf8
        HTMLText.appendAttribute(column.fullHeading, to: &output)
        output += "\"".utf8
      }
      let kind = column.alignsRight ? "num" : column.column.type == .date ? "dag" : ""
      switch (kind, column.column.missing.map { $0[row] != 0 } ?? false) {
      case ("", true): output += " class=\"missing\">".utf8
      case ("", false): output += ">".utf8
      case (_, true): output += " class=\"\(kind) missing\">".utf8
      case (_, false): output += " class=\"\(kind)\">".utf8
      }
      column.cells.append(row: row, to: &output)
      if column.hasMarks, let part = column.column.partialCoverage(at: row) {
        let style = view.options.style
        let meaning = wording.known(
          style.integer(Int64(part.known)), of: style.integer(Int64(part.all)))
        Self.appendAbbreviation(Footnotes.mark, meaning: meaning, to: &output)
      }
      output += (isHead ? "</th>" : "</td>").utf8
    }
    output += "</tr>\n".utf8
  }

  private static func appendAbbreviation(
    _ sign: String, meaning: String, to output: inout [UInt8]
  ) {
    output += "<abbr title=\"".utf8
    HTMLText.appendAttribute(meaning, to: &output)
    output += "\">".utf8
    HTMLText.append(sign, to: &output)
    output += "</abbr>".utf8
  }
}
