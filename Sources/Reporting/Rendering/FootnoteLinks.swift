/// The links between footnotes and the places that refer to them.
struct FootnoteLinks {
  private let wording: ReportWording
  /// How often each note is referred to, by number from 1.
  private var counts: [Int] = []
  private var written: [Int]

  /// Links for a tree, whose references are counted first: a note links back to all of them.
  init(_ wording: ReportWording, _ tree: MarkdownNode) {
    self.wording = wording
    var counts = [0]
    Self.count(tree, isInLink: false, &counts)
    self.counts = counts
    written = [Int](repeating: 0, count: counts.count)
  }

  /// The number of a note in the text, as a link to it.
  mutating func reference(_ number: Int) -> String {
    guard written.indices.contains(number) else { return "" }
    written[number] += 1
    return "<sup><a id=\"\(Self.id(number, written[number]))\" href=\"#noot-\(number)\" "
      + "role=\"doc-noteref\" aria-label=\"\(wording.note(number))\">\(number)</a></sup>"
  }

  /// The ways back from a note, one for each reference.
  func backLinks(_ number: Int) -> String {
    guard counts.indices.contains(number) else { return "" }
    return (0..<counts[number]).map { index in
      let label = wording.back(number, occurrence: index + 1)
      return "<a href=\"#\(Self.id(number, index + 1))\" role=\"doc-backlink\" "
        + "aria-label=\"\(label)\">↩\u{FE0E}</a>"
    }.joined(separator: " ")
  }

  private static func id(_ number: Int, _ occurrence: Int) -> String {
    "nootverwijzing-\(number)" + (occurrence == 1 ? "" : "-\(occurrence)")
  }

  private static func count(_ node: MarkdownNode, isInLink: Bool, _ counts: inout [Int]) {
    var isInLink = isInLink
    switch node.kind {
    case .footnoteReference(let number) where number > 0 && number < 100_000 && !isInLink:
      while counts.count <= number { counts.append(0) }
      counts[number] += 1
    case .link: isInLink = true
    case .image: return
    case .document, .paragraph, .heading, .quotation, .list, .item, .code, .html, .rule, .table,
      .tableRow, .tableCell, .text, .softBreak, .lineBreak, .codeSpan, .inlineHTML, .emphasis,
      .strong, .struck, .footnote, .footnoteReference, .other:
      break
    }
    for child in node.children { count(child, isInLink: isInLink, &counts) }
  }
}
