import CMarkdown

/// Reads GitHub flavoured Markdown with footnotes into a tree of values.
///
/// The parser is cmark-gfm; only its tree is used, none of its renderers.
enum MarkdownParser {
  /// Deeper nesting is refused: nobody writes it, and it would exhaust the stack.
  static let deepest = 100

  /// A place where the text is nested deeper than ``deepest``.
  struct TooDeep: Error {
    /// Counted from zero.
    let line: Int
  }

  /// The tree of a text.
  static func parse(_ utf8: [UInt8]) throws(TooDeep) -> MarkdownNode {
    _ = registration
    let empty = MarkdownNode(kind: .document, lines: 0...0, children: [])
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return empty }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink"] {
      if let syntax = unsafe cmark_find_syntax_extension(name) {
        _ = unsafe cmark_parser_attach_syntax_extension(parser, syntax)
      }
    }
    unsafe utf8.withUnsafeBytes { bytes in
      unsafe cmark_parser_feed(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let document = unsafe cmark_parser_finish(parser) else { return empty }
    defer { unsafe cmark_node_free(document) }
    unsafe cmark_consolidate_text_nodes(document)
    return try unsafe node(document, depth: 0)
  }

  /// The list of extensions is global to the library and not safe to fill twice at once.
  private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()

  private static func node(_ source: OpaquePointer, depth: Int) throws(TooDeep) -> MarkdownNode {
    let first = max(Int(unsafe cmark_node_get_start_line(source)) - 1, 0)
    let last = max(Int(unsafe cmark_node_get_end_line(source)) - 1, first)
    guard depth <= deepest else { throw TooDeep(line: first) }
    var children: [MarkdownNode] = []
    var next = unsafe cmark_node_first_child(source)
    while let child = unsafe next {
      children.append(try unsafe node(child, depth: depth + 1))
      unsafe next = unsafe cmark_node_next(child)
    }
    return MarkdownNode(kind: unsafe kind(source), lines: first...last, children: children)
  }

  private static func kind(_ source: OpaquePointer) -> MarkdownNode.Kind {
    switch unsafe cmark_node_get_type(source) {
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnote
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return .footnoteReference(Int(unsafe text(cmark_node_get_literal(source))) ?? 0)
    default: break
    }
    // Kinds of extensions have no constants, so all are told apart by name.
    switch unsafe text(cmark_node_get_type_string(source)) {
    case "document": return .document
    case "paragraph": return .paragraph
    case "heading": return .heading(level: Int(unsafe cmark_node_get_heading_level(source)))
    case "block_quote": return .quotation
    case "list": return unsafe list(source)
    case "item": return .item
    case "code_block": return .code(unsafe codeBlock(source))
    case "html_block": return .html(unsafe text(cmark_node_get_literal(source)))
    case "thematic_break": return .rule
    case "table": return .table(unsafe alignments(source))
    case "table_header": return .tableRow(isHeader: true)
    case "table_row": return .tableRow(isHeader: false)
    case "table_cell": return .tableCell
    case "text": return .text(unsafe text(cmark_node_get_literal(source)))
    case "softbreak": return .softBreak
    case "linebreak": return .lineBreak
    case "code": return .codeSpan(unsafe text(cmark_node_get_literal(source)))
    case "html_inline": return .inlineHTML(unsafe text(cmark_node_get_literal(source)))
    case "emph": return .emphasis
    case "strong": return .strong
    case "strikethrough": return .struck
    case "link":
      return unsafe .link(
        url: text(cmark_node_get_url(source)), title: text(cmark_node_get_title(source)))
    case "image":
      return unsafe .image(
        url: text(cmark_node_get_url(source)), title: text(cmark_node_get_title(source)))
    default: return .other
    }
  }

  private static func list(_ source: OpaquePointer) -> MarkdownNode.Kind {
    let isOrdered = unsafe cmark_node_get_list_type(source) == CMARK_ORDERED_LIST
    let start = Int(unsafe cmark_node_get_list_start(source))
    return .list(
      start: isOrdered ? start : nil, isTight: unsafe cmark_node_get_list_tight(source) != 0)
  }

  private static func codeBlock(_ source: OpaquePointer) -> MarkdownNode.CodeBlock {
    var length: CInt = 0
    var offset: CInt = 0
    var mark: CChar = 0
    let isFenced = unsafe cmark_node_get_fenced(source, &length, &offset, &mark) != 0
    return MarkdownNode.CodeBlock(
      info: isFenced ? unsafe text(cmark_node_get_fence_info(source)) : nil,
      text: unsafe text(cmark_node_get_literal(source)))
  }

  private static func alignments(_ source: OpaquePointer) -> [MarkdownNode.Alignment] {
    let count = Int(unsafe cmark_gfm_extensions_get_table_columns(source))
    guard let letters = unsafe cmark_gfm_extensions_get_table_alignments(source) else { return [] }
    return (0..<count).map { column in
      switch unsafe letters[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .centre
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
  }
}
