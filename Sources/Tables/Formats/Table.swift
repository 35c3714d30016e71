import Columnar
import Wording

extension TableFormat {
  /// A grid for a terminal.
  package static let table = TableFormat(
    name: "table", summary: "Columns aligned for reading, with notes below.",
    fileExtensions: ["txt"], separator: "\n"
  ) { view in
    var body: [UInt8] = []
    let wording = TableWording(language: view.options.language)
    if view.table.columns.isEmpty {
      body += "\(wording.noColumns)\n".utf8
    } else {
      Grid(view).append(rows: view.table.count, to: &body)
      if view.table.count == 0 { body += "\(wording.noRows)\n".utf8 }
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
