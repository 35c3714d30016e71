import SourceText

/// A report as Markdown: the prose as it was written, values and results filled in.
struct MarkdownDocument {
  private let content: ReportContent
  private let file: SourceFile
  private var text = ""
  /// How far the source has been copied.
  private var position: Int

  /// The text of a report.
  ///
  /// - Parameter beginsWithTitle: whether the edition stands below the title, for programs that take
  ///   a heading at the beginning for the title of the document.
  static func text(_ content: ReportContent, beginsWithTitle: Bool = false) -> String {
    var document = MarkdownDocument(content)
    document.writeTitle(isFirst: beginsWithTitle)
    document.writeBody()
    return document.text
  }

  private init(_ content: ReportContent) {
    self.content = content
    file = content.report.file
    position = content.report.frontMatter.bodyStart
  }

  private mutating func writeTitle(isFirst: Bool) {
    let front = content.report.frontMatter
    let edition = content.text(front.edition).map {
      MarkdownValue.escape($0, startsLine: true) + "\n\n"
    }
    if let edition, !isFirst { text += edition }
    text += "# " + MarkdownValue.escape(content.text(front.title) ?? "") + "\n\n"
    if let subtitle = content.text(front.subtitle) {
      text += "*" + MarkdownValue.escape(subtitle) + "*\n\n"
    }
    if let edition, isFirst { text += edition }
  }

  /// Copies the body up to each block and insertion and writes what stands in its place.
  private mutating func writeBody() {
    var insertion =
      content.report.insertions.firstIndex { $0.range.lower >= position }
      ?? content.report.insertions.count
    func next() -> Insertion? {
      content.report.insertions.indices.contains(insertion)
        ? content.report.insertions[insertion] : nil
    }
    while file.utf8.indices.contains(position), file.utf8[position] == 0x0A { position += 1 }
    for (index, fence) in content.report.fences.enumerated() {
      let start = file.lines.starts[fence.lines.lowerBound]
      while let found = next(), found.range.lower < start {
        write(found, insertion)
        insertion += 1
      }
      copy(to: start)
      writeResults(of: index)
      let after = fence.lines.upperBound + 1
      position =
        after < file.lines.starts.count ? file.lines.starts[after] : file.utf8.count
    }
    while let found = next() {
      write(found, insertion)
      insertion += 1
    }
    copy(to: file.utf8.count)
    if !text.hasSuffix("\n") { text += "\n" }
    if let footer = content.text(content.report.frontMatter.footer) {
      text += "\n---\n\n" + MarkdownValue.escape(footer, startsLine: true) + "\n"
    }
  }

  private mutating func copy(to end: Int) {
    guard end > position else { return }
    text += file.text(SourceRange(position, end)).replacing("\r\n", with: "\n")
    position = end
  }

  private mutating func write(_ insertion: Insertion, _ number: Int) {
    copy(to: insertion.range.lower)
    let startsLine = text.isEmpty || text.last == "\n"
    switch content.fillings[number] {
    case .value(let value): text += MarkdownValue.escape(value, startsLine: startsLine)
    case .reference(let words, let place):
      let escaped = MarkdownValue.escape(words)
      text += place.path.map { "[\(escaped)](\($0))" } ?? escaped
    }
    position = insertion.range.upper
  }

  /// Results with an empty line between them; a block without results leaves no gap.
  private mutating func writeResults(of block: Int) {
    let wording = ReportWording(language: content.report.language)
    let results = content.results[block].map { ResultMarkup.markdown($0, wording) }
    if results.isEmpty {
      while text.hasSuffix("\n\n") { text.removeLast() }
    } else if !text.hasSuffix("\n\n") {
      text += text.hasSuffix("\n") ? "\n" : "\n\n"
    }
    text += results.joined(separator: "\n")
  }
}
