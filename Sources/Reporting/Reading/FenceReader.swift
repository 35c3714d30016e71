import SourceText

/// Reads the fences of code blocks: whether they close, and what a block to run is called.
struct FenceReader {
  private let file: SourceFile

  init(_ file: SourceFile) {
    self.file = file
  }

  /// The block between two fences, or nil for code that is not to run.
  ///
  /// `earlier` are the blocks before it, whose names it may not have.
  func read(
    _ code: MarkdownNode.CodeBlock, _ lines: ClosedRange<Int>, isTop: Bool,
    earlier: [BodyScanner.Fence]
  ) throws(Diagnostic) -> BodyScanner.Fence? {
    let opening = fence(on: lines.lowerBound)
    guard isClosed(lines) else {
      throw Diagnostic(
        .error, code: "unclosed-fence", "a code block that does not end", file: file,
        range: opening, label: "begins here", notes: ["end it with a line of the same marks"])
    }
    guard code.isBlockToRun else { return nil }
    guard isTop else {
      throw Diagnostic(
        .error, code: "nested-block", "a block inside a list, quotation or footnote",
        file: file, range: opening,
        notes: ["begin the block at the start of a line, outside of others"])
    }
    let start = file.lines.starts[lines.lowerBound + 1]
    let (name, texts) = try name(on: opening, earlier: earlier)
    let block = ReportBlock(
      name: name, texts: texts, report: file,
      range: SourceRange(start, file.lines.starts[lines.upperBound]))
    return BodyScanner.Fence(block: block, lines: lines)
  }

  /// The name behind `peil`, if there is one, and the texts behind that; "```peil NAME" and
  /// "``` peil NAME" are the same.
  private func name(on opening: SourceRange, earlier: [BodyScanner.Fence])
    throws(Diagnostic) -> (String?, BlockTexts)
  {
    let words = file.words(opening)
    let isParted = words.count > 1 && file.text(words[1]) == "peil"
    let names = words.dropFirst(isParted ? 2 : 1)
    guard let first = names.first, let last = names.last else { return (nil, BlockTexts()) }
    let text = file.text(first)
    var texts = BlockTexts()
    let second = names.dropFirst().first
    let hasTexts = second.map { BlockTexts.isWord(file.text($0)) } ?? false
    if let second, hasTexts {
      texts = try BlockTexts(file, SourceRange(second.lower, last.upper))
    }
    guard names.count == 1 || hasTexts, BlockName.isValid(text) else {
      throw Diagnostic(
        .error, code: "block-name", "`\(file.text(first.union(last)))` is not a name of a block",
        file: file, range: first.union(last),
        notes: [
          "a name has letters a to z, digits, `-` and `_`, and begins with a letter",
          "behind it may stand the title of its table: title \"Inwoners per provincie\"",
        ])
    }
    if let same = earlier.first(where: { $0.block.name == text }) {
      throw Diagnostic(
        .error, code: "repeated-block", "two blocks have the name `\(text)`", file: file,
        range: first,
        related: [.init(file: file, range: fence(on: same.lines.lowerBound), label: "here first")])
    }
    return (text, texts)
  }

  /// A line from its first three marks on, without the marks of what it stands in.
  private func fence(on line: Int) -> SourceRange {
    let bounds = file.lines.range(ofLine: line, in: file.utf8)
    let backticks = file.firstPlace(of: "```", in: bounds)?.lower
    let tildes = file.firstPlace(of: "~~~", in: bounds)?.lower
    let start = [backticks, tildes].compactMap { $0 }.min() ?? bounds.lower
    return file.trimmed(SourceRange(start, bounds.upper))
  }

  /// Whether the last line of a code block is a fence like the first: at least as many marks.
  private func isClosed(_ lines: ClosedRange<Int>) -> Bool {
    guard lines.upperBound > lines.lowerBound else { return false }
    let opening = fence(on: lines.lowerBound)
    let closing = fence(on: lines.upperBound)
    guard opening.lower < opening.upper, closing.lower < closing.upper else { return false }
    let marks = file.run(at: closing.lower, limit: closing.upper)
    return file.utf8[closing.lower] == file.utf8[opening.lower]
      && marks == closing.upper - closing.lower
      && marks >= file.run(at: opening.lower, limit: opening.upper)
  }
}
