/// A part of a Markdown text, as a tree of values.
struct MarkdownNode: Sendable {
  /// What a node is, with what it holds beside its children.
  enum Kind: Sendable {
    case document
    case paragraph
    case heading(level: Int)
    case quotation
    /// `start` is nil for a list without numbers.
    case list(start: Int?, isTight: Bool)
    case item
    case code(CodeBlock)
    case html(String)
    case rule
    case table([Alignment])
    case tableRow(isHeader: Bool)
    case tableCell
    case text(String)
    case softBreak
    case lineBreak
    case codeSpan(String)
    case inlineHTML(String)
    case emphasis
    case strong
    case struck
    case link(url: String, title: String)
    case image(url: String, title: String)
    /// The text of a footnote; they stand at the end of the document in the order of their numbers.
    case footnote
    case footnoteReference(Int)
    /// Something of a later version of the parser; its children are shown.
    case other
  }

  /// A code block.
  struct CodeBlock: Sendable {
    /// What stands behind the opening fence; nil for an indented block.
    let info: String?
    let text: String
  }

  /// The alignment of a column.
  enum Alignment: Sendable {
    case none, left, centre, right
  }

  let kind: Kind
  /// The first and last line, counted from zero in the text that was parsed; meaningful for blocks.
  let lines: ClosedRange<Int>
  let children: [MarkdownNode]

  /// The text of this node and its children without any markup.
  var plainText: String {
    switch kind {
    case .text(let text), .codeSpan(let text): text
    case .softBreak, .lineBreak: " "
    case .document, .paragraph, .heading, .quotation, .list, .item, .code, .html, .rule, .table,
      .tableRow, .tableCell, .inlineHTML, .emphasis, .strong, .struck, .link, .image, .footnote,
      .footnoteReference, .other:
      children.map(\.plainText).joined()
    }
  }
}
