import Columnar
import Wording

extension TableFormat {
  /// A table element with its notes as paragraphs, for a page around it.
  ///
  /// Classes: `num` for numbers, `missing` for missing cells, `unit` in a heading, `note` below.
  package static let html = TableFormat(
    name: "html", summary: "A table element with its notes as paragraphs, for a page.",
    fileExtensions: ["html", "htm"], separator: "\n"
  ) { view in
    let wording = TableWording(language: view.options.language)
    var body: [UInt8] = []
    if view.table.columns.isEmpty {
      body += "<p class=\"note\">\(wording.noColumns)</p>\n".utf8
    } else {
      HTMLTable(view).append(to: &body)
    }
    for line in Footnotes(view).lines {
      body += "<p class=\"note\">".utf8
      HTMLText.append(line, to: &body)
      body += "</p>\n".utf8
    }
    return TableOutput(body: String(decoding: body, as: UTF8.self))
  }
}
