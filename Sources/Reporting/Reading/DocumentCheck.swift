import SourceText

/// Checks the prose of a report before anything runs: headings, raw HTML, links and images.
struct DocumentCheck {
  private let file: SourceFile
  private let folder: String
  private let firstLine: Int
  private let marker: InsertionMarker
  private(set) var faults: [Diagnostic] = []
  private(set) var images: [ReportImage] = []
  private var level = 1

  /// Checks a tree in which insertions stand as marks.
  init(
    _ tree: MarkdownNode, of file: SourceFile, folder: String, firstLine: Int,
    marker: InsertionMarker
  ) {
    self.file = file
    self.folder = folder
    self.firstLine = firstLine
    self.marker = marker
    for child in tree.children { visit(child, inside: nil) }
  }

  /// Visits a node; `lines` are those of the paragraph, heading or row it stands in.
  private mutating func visit(_ node: MarkdownNode, inside lines: SourceRange?) {
    var lines = lines
    switch node.kind {
    case .heading(let next):
      lines = range(node)
      check(heading: next, range(node))
    case .html(let text):
      if !Self.isOnlyComments(text) { refuse(html: text, in: range(node)) }
    case .inlineHTML(let text):
      if !Self.isOnlyComments(text), let lines { refuse(html: text, in: lines) }
    case .link(let url, _):
      if !marker.isIn(url), !LinkTarget.isAllowed(url), let lines { refuse(link: url, in: lines) }
    case .image(let url, _):
      if let lines { check(image: url, alt: node.plainText, in: lines) }
    case .paragraph, .tableRow: lines = range(node)
    case .document, .quotation, .list, .item, .code, .rule, .table, .tableCell, .text, .softBreak,
      .lineBreak, .codeSpan, .emphasis, .strong, .struck, .footnote, .footnoteReference, .other:
      break
    }
    for child in node.children { visit(child, inside: lines) }
  }

  private func range(_ node: MarkdownNode) -> SourceRange {
    let last = file.lines.starts.count - 1
    let first = min(node.lines.lowerBound + firstLine, last)
    let end = min(max(node.lines.upperBound + firstLine, first), last)
    return SourceRange(
      file.lines.starts[first], file.lines.range(ofLine: end, in: file.utf8).upper)
  }

  private mutating func check(heading next: Int, _ range: SourceRange) {
    defer { level = next }
    if next == 1 {
      faults.append(
        Diagnostic(
          .error, code: "second-title", "a heading of the first level in the text", file: file,
          range: file.firstLineTrimmed(range),
          notes: ["the title in the front matter is the only one; write `##`"]))
    } else if next > level + 1 {
      faults.append(
        Diagnostic(
          .error, code: "heading-level", "a heading of level \(next) follows one of level \(level)",
          file: file, range: file.firstLineTrimmed(range),
          notes: ["write `\(String(repeating: "#", count: level + 1))`"]))
    }
  }

  /// One fault a paragraph is enough: an element has two tags.
  private mutating func refuse(html: String, in lines: SourceRange) {
    let first = html.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? html
    let place = file.firstPlace(of: first, in: lines) ?? file.firstLineTrimmed(lines)
    if let last = faults.last, last.code == "raw-html", let range = last.range,
      range.lower >= lines.lower
    {
      return
    }
    faults.append(
      Diagnostic(
        .error, code: "raw-html", "HTML in a report", file: file, range: place,
        notes: ["write Markdown, or `&lt;` for a `<` that is text; a comment `<!-- -->` is allowed"]
      ))
  }

  private mutating func refuse(link url: String, in lines: SourceRange) {
    faults.append(
      Diagnostic(
        .error, code: "link-scheme", "a link to `\(url)`", file: file,
        range: file.firstPlace(of: url, in: lines) ?? file.firstLineTrimmed(lines),
        notes: [LinkTarget.help]))
  }

  private mutating func check(image url: String, alt: String, in lines: SourceRange) {
    let place = file.firstPlace(of: url, in: lines) ?? file.firstLineTrimmed(lines)
    func fault(_ code: String, _ message: String, _ note: String, _ phase: Diagnostic.Phase) {
      faults.append(
        Diagnostic(
          .error, phase: phase, code: code, message, file: file, range: place, notes: [note]))
    }
    if alt.allSatisfy(\.isWhitespace) {
      fault(
        "image-without-text", "an image without a text for those who do not see it",
        "write `![what it shows](\(url))`", .check)
      return
    }
    guard let type = ReportImage.mediaType(of: url), LinkTarget.isInside(url), !marker.isIn(url)
    else {
      fault(
        "image-path", "`\(url)` is not an image in the folder of the report",
        "images are png, jpeg or svg files below the folder of the report", .check)
      return
    }
    guard !images.contains(where: { $0.path == url }) else { return }
    do throws(FileFault) {
      let bytes = try FileReading.bytes(folder + "/" + url)
      images.append(ReportImage(path: url, bytes: bytes, mediaType: type))
    } catch {
      fault(
        "unreadable-image", "cannot read the image `\(url)`", error.reason, .input)
    }
  }

  /// Whether nothing but comments and white space stands in a piece of HTML.
  static func isOnlyComments(_ html: String) -> Bool {
    var rest = html[...]
    while true {
      rest = rest.drop(while: \.isWhitespace)
      if rest.isEmpty { return true }
      guard rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->") else { return false }
      rest = rest[end.upperBound...]
    }
  }
}

extension SourceFile {
  /// The first line of a range without white space at its ends.
  func firstLineTrimmed(_ range: SourceRange) -> SourceRange {
    trimmed(lines.range(ofLine: lines.line(of: range.lower), in: utf8))
  }
}
