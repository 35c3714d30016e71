import Columnar
import Wording

extension TableFormat {
  /// A table of GitHub's Markdown, not padded, so that a changed value changes one line.
  package static let md = TableFormat(
    name: "md", summary: "A Markdown table with its notes as a list.",
    fileExtensions: ["md", "markdown"], separator: "\n"
  ) { view in
    let language = view.options.language
    let wording = TableWording(language: language)
    let columns = ReadableColumn.all(of: view, escape: MarkdownText.append) { reason, bytes in
      MarkdownText.append(MissingWording(reason, in: language).symbol, to: &bytes)
    }
    var body: [UInt8] = []
    if columns.isEmpty {
      body += "\(wording.noColumns)\n".utf8
    } else {
      appendMarkdown(columns, rows: view.table.count, to: &body)
      if view.table.count == 0 {
        body.append(UInt8(ascii: "\n"))
        MarkdownText.append(view.emptyText ?? wording.noRows, to: &body)
        body.append(UInt8(ascii: "\n"))
      }
    }
    let lines = Footnotes(view).lines
    if !lines.isEmpty { body.append(UInt8(ascii: "\n")) }
    for line in lines {
      body += "- ".utf8
      MarkdownText.appendItem(line, to: &body)
      body.append(UInt8(ascii: "\n"))
    }
    return TableOutput(body: String(decoding: body, as: UTF8.self))
  }

  private static func appendMarkdown(
    _ columns: [ReadableColumn], rows: Int, to body: inout [UInt8]
  ) {
    for column in columns {
      body += "| ".utf8
      MarkdownText.append(column.fullHeading, to: &body)
      body.append(UInt8(ascii: " "))
    }
    body += "|\n".utf8
    for column in columns { body += (column.alignsRight ? "| ---: " : "| :--- ").utf8 }
    body += "|\n".utf8
    for row in 0..<rows {
      for column in columns {
        body += "| ".utf8
        column.cells.append(row: row, to: &body)
        if column.hasMarks, column.column.partialCoverage(at: row) != nil {
          MarkdownText.append(Footnotes.mark, to: &body)
        }
        body.append(UInt8(ascii: " "))
      }
      body += "|\n".utf8
    }
  }
}
