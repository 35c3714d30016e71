import Columnar
import SourceText
import Wording

extension TableFormat {
  /// A line for each cell, for rows too wide for a screen.
  package static let vertical = TableFormat(
    name: "vertical", summary: "A line for each cell, for rows wider than the screen.",
    fileExtensions: [], separator: "\n"
  ) { view in
    let language = view.options.language
    let wording = TableWording(language: language)
    let columns = ReadableColumn.all(of: view, escape: VisibleText.appendPlain) { reason, bytes in
      bytes += MissingWording(reason, in: language).symbol.utf8
    }
    let headings = columns.map { VisibleText.plain($0.fullHeading) }
    let width = headings.map { DisplayWidth.of($0) }.max() ?? 0
    var body: [UInt8] = []
    for row in 0..<view.table.count {
      if row > 0 { body.append(UInt8(ascii: "\n")) }
      for (heading, column) in zip(headings, columns) {
        body += heading.utf8
        let pad = width - DisplayWidth.of(heading) + 2
        body += [UInt8](repeating: UInt8(ascii: " "), count: pad)
        column.cells.append(row: row, to: &body)
        if column.hasMarks, column.column.partialCoverage(at: row) != nil {
          body += Footnotes.mark.utf8
        }
        body.append(UInt8(ascii: "\n"))
      }
    }
    if columns.isEmpty {
      body += "\(wording.noColumns)\n".utf8
    } else if view.table.count == 0 {
      body += "\(wording.noRows)\n".utf8
    }
    let lines = Footnotes(view).lines
    if !lines.isEmpty { body.append(UInt8(ascii: "\n")) }
    for line in lines {
      VisibleText.appendPlain(line, to: &body)
      body.append(UInt8(ascii: "\n"))
    }
    return TableOutput(body: String(decoding: body, as: UTF8.self))
  }
}
