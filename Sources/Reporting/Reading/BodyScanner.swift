import SourceText

/// Finds what a report adds to Markdown: blocks to run, and insertions in the prose.
///
/// The Markdown parser tells where code and comments are, in which nothing is an insertion.
struct BodyScanner {
  /// A block with the lines it takes, fences included.
  struct Fence: Sendable {
    let block: ReportBlock
    /// Lines of the file, counted from zero.
    let lines: ClosedRange<Int>
  }

  private let file: SourceFile
  /// The line of the file that is line 0 of the Markdown.
  private let firstLine: Int
  /// Lines in which no insertion can stand.
  private var closed: [Bool]
  /// Lines on which a paragraph, heading or row begins: code spans do not cross them.
  private var isStart: [Bool]
  private(set) var fences: [Fence] = []
  private(set) var insertions: [Insertion]
  private(set) var faults: [Diagnostic] = []
  private var footnotes = FootnoteCheck()

  /// Scans a body whose tree is known; `insertions` are those of the front matter.
  init(_ file: SourceFile, from firstLine: Int, tree: MarkdownNode, insertions: [Insertion]) {
    self.file = file
    self.firstLine = firstLine
    self.insertions = insertions
    closed = [Bool](repeating: false, count: file.lines.starts.count)
    isStart = closed
    for line in 0..<min(firstLine, closed.count) { closed[line] = true }
    for child in tree.children { visit(child, isTop: true) }
    scanProse()
    faults += footnotes.faults(in: file)
  }

  private mutating func visit(_ node: MarkdownNode, isTop: Bool) {
    let lines = lines(node)
    switch node.kind {
    case .code(let code):
      for line in lines { closed[line] = true }
      if code.info != nil { readFence(code, lines, isTop: isTop) }
    case .html(let text):
      // The parser's last line of a comment is not to be trusted.
      let count = text.utf8.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
      let last = min(lines.lowerBound + max(count - 1, 0), closed.count - 1)
      for line in lines.lowerBound...last { closed[line] = true }
    case .document, .paragraph, .heading, .quotation, .list, .item, .rule, .table, .tableRow,
      .tableCell, .text, .softBreak, .lineBreak, .codeSpan, .inlineHTML, .emphasis, .strong,
      .struck, .link, .image, .footnote, .footnoteReference, .other:
      break
    }
    switch node.kind {
    case .paragraph, .heading, .tableRow, .html, .code: isStart[lines.lowerBound] = true
    case .document, .quotation, .list, .item, .rule, .table, .footnote:
      isStart[lines.lowerBound] = true
      for child in node.children { visit(child, isTop: false) }
    case .tableCell, .text, .softBreak, .lineBreak, .codeSpan, .inlineHTML, .emphasis, .strong,
      .struck, .link, .image, .footnoteReference, .other:
      break
    }
  }

  /// The lines of a node in the file.
  private func lines(_ node: MarkdownNode) -> ClosedRange<Int> {
    let last = closed.count - 1
    let lower = min(node.lines.lowerBound + firstLine, last)
    return lower...min(max(node.lines.upperBound + firstLine, lower), last)
  }

  private func range(_ line: Int) -> SourceRange {
    file.lines.range(ofLine: line, in: file.utf8)
  }

  private mutating func readFence(
    _ code: MarkdownNode.CodeBlock, _ lines: ClosedRange<Int>, isTop: Bool
  ) {
    do throws(Diagnostic) {
      let reader = FenceReader(file)
      if let fence = try reader.read(code, lines, isTop: isTop, earlier: fences) {
        fences.append(fence)
      }
    } catch {
      faults.append(error)
    }
  }

  /// Goes through the stretches of prose: lines up to a blank one, a closed one or a new start.
  private mutating func scanProse() {
    var start: Int?
    for line in firstLine..<max(closed.count, firstLine) {
      let bounds = range(line)
      let trimmed = file.trimmed(bounds)
      let isOver = closed[line] || isStart[line] || trimmed.lower == trimmed.upper
      if isOver, let from = start {
        scan(SourceRange(from, file.lines.starts[line]))
        start = nil
      }
      if !closed[line], trimmed.lower < trimmed.upper, start == nil { start = bounds.lower }
    }
    if let from = start { scan(SourceRange(from, file.utf8.count)) }
  }

  private mutating func scan(_ stretch: SourceRange) {
    var index = stretch.lower
    while index < stretch.upper {
      switch file.utf8[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"): index = endOfCode(at: index, limit: stretch.upper)
      case UInt8(ascii: "<") where file.has("<!--", at: index, limit: stretch.upper):
        index =
          file.firstPlace(of: "-->", in: SourceRange(index + 4, stretch.upper))?.upper
          ?? index + 4
      case UInt8(ascii: "{") where file.has("{{", at: index, limit: stretch.upper):
        index = readInsertion(at: index)
      case UInt8(ascii: "[") where file.has("[^", at: index, limit: stretch.upper):
        index = footnotes.read(file, at: index, limit: stretch.upper)
      default: index += 1
      }
    }
  }

  private mutating func readInsertion(at start: Int) -> Int {
    do throws(Diagnostic) {
      let insertion = try InsertionReader(file, at: start).read()
      insertions.append(insertion)
      return insertion.range.upper
    } catch {
      faults.append(error)
      return range(file.lines.line(of: start)).upper
    }
  }

  /// The offset behind a code span, or behind the backticks when no others close them.
  private func endOfCode(at start: Int, limit: Int) -> Int {
    let length = file.run(at: start, limit: limit)
    var index = start + length
    while index < limit {
      if file.utf8[index] == UInt8(ascii: "`") {
        let run = file.run(at: index, limit: limit)
        if run == length { return index + run }
        index += run
      } else {
        index += 1
      }
    }
    return start + length
  }
}
