import SourceText
import Tables

/// Writes the prose of a report and the results of its blocks as HTML.
struct PageBody {
  private let content: ReportContent
  private let wording: ReportWording
  private(set) var html = ""
  private var identifiers = PageIdentifiers()
  private var inline: InlineMarkup
  /// The next block to be shown.
  private var block = 0
  private(set) var faults: [Diagnostic] = []

  init(_ content: ReportContent) {
    self.content = content
    wording = ReportWording(language: content.report.language)
    let notes = content.report.tree.children.filter(\.isFootnote)
    inline = InlineMarkup(content)
    for node in content.report.tree.children where !node.isFootnote { write(node) }
    writeNotes(notes)
    faults = inline.faults
    checkPlaces()
  }

  private mutating func write(_ nodes: [MarkdownNode]) {
    for node in nodes { write(node) }
  }

  private mutating func write(_ node: MarkdownNode) {
    switch node.kind {
    case .document, .other, .footnote: write(node.children)
    case .paragraph: html += "<p>" + inline.html(node.children) + "</p>\n"
    case .heading(let level): write(heading: node, level: level)
    case .quotation: write(node, in: "blockquote")
    case .list(let start, let isTight): write(list: node, start: start, isTight: isTight)
    case .item: write(node, in: "li")
    case .code(let code):
      if code.isBlockToRun {
        writeResults()
      } else {
        html += "<pre tabindex=\"0\"><code>" + PageText.escape(code.text) + "</code></pre>\n"
      }
    case .html: break
    case .rule: html += "<hr>\n"
    case .table(let alignments): write(table: node, alignments)
    case .tableRow, .tableCell, .text, .softBreak, .lineBreak, .codeSpan, .inlineHTML, .emphasis,
      .strong, .struck, .link, .image, .footnoteReference:
      html += inline.html([node])
    }
  }

  private mutating func write(_ node: MarkdownNode, in element: String) {
    html += "<\(element)>\n"
    write(node.children)
    html += "</\(element)>\n"
  }

  private mutating func write(heading node: MarkdownNode, level: Int) {
    // Without the values in it, so that a link to a heading outlives a new edition.
    let words = content.report.marker.pieces(of: node.plainText).map { piece in
      switch piece {
      case .text(let text): text
      case .insertion: " "
      }
    }.joined()
    let id = identifiers.identifier(of: words)
    html +=
      "<h\(level) id=\"\(PageText.escape(id))\">" + inline.html(node.children) + "</h\(level)>\n"
  }

  private mutating func write(list node: MarkdownNode, start: Int?, isTight: Bool) {
    let element = start == nil ? "ul" : "ol"
    html += "<" + element
    if let start, start != 1 { html += " start=\"\(start)\"" }
    html += ">\n"
    for item in node.children {
      html += "<li>"
      for child in item.children {
        if isTight, case .paragraph = child.kind {
          html += inline.html(child.children)
        } else {
          html += "\n"
          write(child)
        }
      }
      html += "</li>\n"
    }
    html += "</\(element)>\n"
  }

  private mutating func write(table node: MarkdownNode, _ alignments: [MarkdownNode.Alignment]) {
    html += "<div class=\"tabel\" role=\"group\" aria-label=\"\(wording.table)\" tabindex=\"0\">\n"
    html += ProseTable(alignments).html(node) { inline.html($0.children) }
    html += "</div>\n"
  }

  private mutating func writeResults() {
    defer { block += 1 }
    guard content.results.indices.contains(block) else { return }
    for result in content.results[block] { html += ResultMarkup.html(result, wording) }
  }

  private mutating func writeNotes(_ notes: [MarkdownNode]) {
    guard !notes.isEmpty else { return }
    html += "<section class=\"noten\" role=\"doc-endnotes\" aria-labelledby=\"noten\">\n"
    html += "<h2 id=\"noten\">\(wording.notes)</h2>\n<ol>\n"
    for (index, note) in notes.enumerated() {
      html += "<li id=\"noot-\(index + 1)\">\n"
      let back = inline.footnotes.backLinks(index + 1)
      for (position, child) in note.children.enumerated() {
        if position == note.children.count - 1, case .paragraph = child.kind {
          html += "<p>" + inline.html(child.children) + " " + back + "</p>\n"
        } else {
          write(child)
          if position == note.children.count - 1 { html += "<p>" + back + "</p>\n" }
        }
      }
      html += "</li>\n"
    }
    html += "</ol>\n</section>\n"
  }

  private mutating func checkPlaces() {
    for place in inline.places where !place.isEmpty && !identifiers.has(place) && !isResult(place) {
      faults.append(
        Diagnostic(
          .error, phase: .run, code: "dangling-link", "no place `#\(place)` in the report",
          file: content.report.file,
          range: content.report.file.firstPlace(
            of: "#" + place, in: SourceRange(0, content.report.file.utf8.count)),
          notes: ["headings have their words as id: `## Aanpak` is `#aanpak`"]))
    }
  }

  private func isResult(_ place: String) -> Bool {
    place == "inhoud"
      || content.results.joined().contains { result in
        switch result {
        case .figure(let figure): figure.anchor == place
        case .table(let table): table.anchor == place
        case .text: false
        }
      }
  }
}

extension MarkdownNode {
  /// Whether this is the text of a footnote.
  var isFootnote: Bool {
    if case .footnote = kind { true } else { false }
  }
}

extension MarkdownNode.CodeBlock {
  /// Whether the block is one of Peil, whose result is shown in its place.
  var isBlockToRun: Bool { info?.split(separator: " ").first == "peil" }
}
