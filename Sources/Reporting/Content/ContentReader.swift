import Columnar
import Graphics
import Tables
import Wording

extension ReportContent {
  /// What the report says.
  var said: EditionContent {
    var reader = ContentReader(self)
    for node in report.tree.children { reader.read(node) }
    return reader.content
  }
}

extension EditionContent.Column {
  /// Whether a verb added it to compare with another period.
  package var isComparison: Bool {
    ["_prior", "_change", "_growth"].contains { name.hasSuffix($0) }
  }
}

/// Goes through a report and collects what it says.
private struct ContentReader {
  private let source: ReportContent
  private(set) var content: EditionContent
  private var block = 0

  init(_ source: ReportContent) {
    self.source = source
    let front = source.report.frontMatter
    content = EditionContent(
      title: source.text(front.title) ?? "", edition: source.text(front.edition) ?? "",
      language: source.report.language.tag,
      sections: [.init(heading: "", level: 1, paragraphs: [], facts: [], results: [])],
      results: [], footnotes: [])
    for line in [front.subtitle, front.footer] {
      if let text = source.text(line) { content.sections[0].paragraphs.append(text) }
    }
  }

  mutating func read(_ node: MarkdownNode) {
    switch node.kind {
    case .heading(let level):
      content.sections.append(
        .init(heading: text(node), level: level, paragraphs: [], facts: [], results: []))
    case .paragraph: add(text(node))
    case .table: readTable(node)
    case .code(let code): if code.isBlockToRun { readResults() }
    case .footnote: content.footnotes.append(text(node))
    case .document, .quotation, .list, .item, .other:
      for child in node.children { read(child) }
    case .html, .rule, .tableRow, .tableCell, .text, .softBreak, .lineBreak, .codeSpan,
      .inlineHTML, .emphasis, .strong, .struck, .link, .image, .footnoteReference:
      break
    }
  }

  private func text(_ node: MarkdownNode) -> String {
    source.text(node.plainText).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func add(_ text: String) {
    guard !text.isEmpty else { return }
    content.sections[content.sections.count - 1].paragraphs.append(text)
  }

  private mutating func readTable(_ node: MarkdownNode) {
    for row in node.children {
      let cells = row.children.map { text($0) }
      if cells.allSatisfy(\.isEmpty) { continue }
      if cells.count == 2, !cells[0].isEmpty {
        content.sections[content.sections.count - 1].facts.append(
          .init(name: cells[0], value: cells[1]))
      } else {
        add(cells.joined(separator: " · "))
      }
    }
  }

  private mutating func readResults() {
    defer { block += 1 }
    guard source.results.indices.contains(block) else { return }
    let name = source.report.blocks[block].name(at: block)
    for result in source.results[block] {
      switch result {
      case .text(let text): add(text)
      case .table(let table):
        add(
          .init(
            block: name, kind: "table", label: table.label, title: table.view.title ?? "",
            value: "",
            source: table.source, notes: notes(table.view),
            columns: [], rows: []), table.view.table)
      case .figure(let figure):
        let frame = figure.figure.frame
        add(
          .init(
            block: name, kind: "figure", label: figure.label, title: frame.title, value: "",
            source: frame.source, notes: notes(figure.data) + [frame.note].compactMap { $0 },
            columns: [], rows: []), figure.data.table, isKey: figure.figure.mark is KeyFigure)
      }
    }
  }

  private func notes(_ view: TableView) -> [String] {
    let why = view.table.count == 0 ? view.emptyText : nil
    return [why].compactMap { $0 }
      + view.notes.map { source.report.language == .dutch ? $0.dutch : $0.english }
  }

  /// Adds a result with its rows. A key figure shows the last value of its measure.
  private mutating func add(_ result: EditionContent.Result, _ table: Table, isKey: Bool = false) {
    var result = result
    result.columns = table.schema.fields.map {
      .init(
        name: $0.name, heading: $0.heading, unit: $0.unit?.text ?? "", role: $0.role.name)
    }
    result.rows = (0..<table.count).map { row in
      table.columns.enumerated().map { index, column in
        Self.cell(column.value(at: row), table.schema.fields[index])
      }
    }
    if isKey, let last = result.rows.last,
      let column = result.columns.lastIndex(where: { $0.role == "measure" && !$0.isComparison })
    {
      result.value = last[column]
    }
    content.sections[content.sections.count - 1].results.append(content.results.count)
    content.results.append(result)
  }

  private static func cell(_ value: Value, _ field: Field) -> String {
    switch value {
    case .missing(let reason): "missing: " + reason.name
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let whole): String(whole)
    case .number(let number): NumberStyle.plain.shortest(number)
    case .text(let text): field.entity?.label(of: text) ?? text
    case .date(let date): date.text
    case .period(let period): period.text
    }
  }
}
