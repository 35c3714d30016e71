import SourceText

/// Writes what stands inside paragraphs, headings and cells as HTML, insertions filled in.
struct InlineMarkup {
  private let content: ReportContent
  private(set) var footnotes: FootnoteLinks
  /// Places in the page that links lead to, for checking when all ids are known.
  private(set) var places: [String] = []
  private(set) var faults: [Diagnostic] = []

  init(_ content: ReportContent) {
    self.content = content
    footnotes = FootnoteLinks(
      ReportWording(language: content.report.language), content.report.tree)
  }

  /// The markup of nodes inside a paragraph; no link stands inside a link.
  mutating func html(_ nodes: [MarkdownNode], isInLink: Bool = false) -> String {
    nodes.map { html($0, isInLink: isInLink) }.joined()
  }

  private mutating func html(_ node: MarkdownNode, isInLink: Bool) -> String {
    switch node.kind {
    case .text(let text): return filled(text, isInLink: isInLink)
    case .softBreak: return "\n"
    case .lineBreak: return "<br>\n"
    case .codeSpan(let text): return "<code>" + PageText.escape(text) + "</code>"
    case .emphasis: return "<em>" + html(node.children, isInLink: isInLink) + "</em>"
    case .strong: return "<strong>" + html(node.children, isInLink: isInLink) + "</strong>"
    case .struck: return "<del>" + html(node.children, isInLink: isInLink) + "</del>"
    case .link(let url, let title): return link(node, url: url, title: title, isInLink: isInLink)
    case .image(let url, let title): return image(node, url: url, title: title)
    case .footnoteReference(let number): return isInLink ? "" : footnotes.reference(number)
    case .inlineHTML: return ""
    case .document, .paragraph, .heading, .quotation, .list, .item, .code, .html, .rule, .table,
      .tableRow, .tableCell, .footnote, .other:
      return html(node.children, isInLink: isInLink)
    }
  }

  /// A text with its values, and its references as links unless it stands in one.
  private func filled(_ text: String, isInLink: Bool) -> String {
    content.report.marker.pieces(of: text).map { piece in
      switch piece {
      case .text(let text): return PageText.escape(text)
      case .insertion(let number):
        guard content.fillings.indices.contains(number) else { return "" }
        switch content.fillings[number] {
        case .reference(let text, let place) where !isInLink:
          return "<a href=\"#\(PageText.escape(place.anchor))\">\(PageText.escape(text))</a>"
        case .value(let text), .reference(let text, _): return PageText.escape(text)
        }
      }
    }.joined()
  }

  private mutating func link(_ node: MarkdownNode, url: String, title: String, isInLink: Bool)
    -> String
  {
    let target = content.text(url)
    let words = html(node.children, isInLink: true)
    guard !isInLink else { return words }
    if !LinkTarget.isAllowed(target) {
      faults.append(
        Diagnostic(
          .error, phase: .run, code: "link-scheme", "a link to `\(target)`",
          file: content.report.file, notes: [LinkTarget.help]))
    }
    if target.hasPrefix("#") { places.append(String(target.dropFirst())) }
    let hint = title.isEmpty ? "" : " title=\"\(PageText.escape(content.text(title)))\""
    return "<a href=\"\(PageText.escape(target))\"\(hint)>\(words)</a>"
  }

  private func image(_ node: MarkdownNode, url: String, title: String) -> String {
    guard let image = content.report.images.first(where: { $0.path == url }) else { return "" }
    let alt = PageText.escape(content.text(node.plainText))
    let hint = title.isEmpty ? "" : " title=\"\(PageText.escape(content.text(title)))\""
    return "<img src=\"data:\(image.mediaType);base64,\(Base64.text(image.bytes))\" "
      + "alt=\"\(alt)\"\(hint)>"
  }
}
