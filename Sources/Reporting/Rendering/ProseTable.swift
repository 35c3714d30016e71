/// A table the author wrote in Markdown, as HTML.
///
/// The first cell of a row heads it. A table whose headings are all empty has none: a list of
/// facts.
struct ProseTable {
  private let alignments: [MarkdownNode.Alignment]

  init(_ alignments: [MarkdownNode.Alignment]) {
    self.alignments = alignments
  }

  /// The table element; `cell` writes what stands in a cell.
  func html(_ table: MarkdownNode, cell: (MarkdownNode) -> String) -> String {
    let rows = table.children
    guard let head = rows.first else { return "" }
    let headings = head.children.map(cell)
    let isFacts = headings.allSatisfy(\.isEmpty)
    var html = isFacts ? "<table class=\"feiten\">\n" : "<table>\n"
    if !isFacts {
      html += "<thead>\n<tr>"
      for (column, heading) in headings.enumerated() {
        // A heading without words is no heading to those who hear it.
        html += heading.isEmpty ? "<td" : "<th scope=\"col\""
        html += className(column) + ">" + heading + (heading.isEmpty ? "</td>" : "</th>")
      }
      html += "</tr>\n</thead>\n"
    }
    html += "<tbody>\n"
    for row in rows.dropFirst() {
      html += "<tr>"
      for (column, child) in row.children.enumerated() {
        let text = cell(child)
        let isHead = column == 0 && row.children.count > 1 && !text.isEmpty
        html += isHead ? "<th scope=\"row\"" : "<td"
        html += className(column) + ">" + text + (isHead ? "</th>" : "</td>")
      }
      html += "</tr>\n"
    }
    return html + "</tbody>\n</table>\n"
  }

  private func className(_ column: Int) -> String {
    guard alignments.indices.contains(column) else { return "" }
    switch alignments[column] {
    case .none, .left: return ""
    case .centre: return " class=\"midden\""
    case .right: return " class=\"num\""
    }
  }
}
