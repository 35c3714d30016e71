import SourceText

/// A line to print with the comments that go with it.
struct PrintedLine {
  /// What is wider is broken behind commas, if it has any.
  static let width = 100

  var text: String
  /// Comments on lines of their own before it.
  private(set) var leading: [Remark] = []
  /// The comment behind it.
  private(set) var trailing: Remark?

  /// Makes a line; of the comments only a last one at the end of a line stays there.
  init(_ text: String, remarks: [Remark] = []) {
    self.text = text
    leading = remarks
    if let last = remarks.last, last.isTrailing { trailing = leading.popLast() }
  }

  /// Whether another line can be joined to this one without moving a comment.
  func takes(_ next: PrintedLine) -> Bool { trailing == nil && next.leading.isEmpty }

  /// Joins the next line to this one.
  mutating func append(_ next: PrintedLine, separator: String) {
    text += separator + next.text
    trailing = next.trailing
  }

  /// Puts the comments of the whole statement first; one behind the statement comes last.
  mutating func prepend(_ remarks: [Remark]) { leading = remarks + leading }

  /// Puts a comment behind it, if none is there yet.
  mutating func close(with remark: Remark) -> Bool {
    guard trailing == nil else { return false }
    trailing = remark
    return true
  }

  /// The lines as printed. Blank lines between comments are kept for a statement only.
  func lines(indent: String, keepsBlankLines: Bool) -> [String] {
    var result: [String] = []
    for (index, remark) in leading.enumerated() {
      if keepsBlankLines, index > 0, remark.followsBlankLine { result.append("") }
      result.append(indent + "#" + remark.text)
    }
    if keepsBlankLines, leading.last?.precedesBlankLine == true { result.append("") }
    result += wrapped(indent: indent)
    if let trailing { result[result.count - 1] += "  #" + trailing.text }
    return result
  }

  /// The text on as few lines as it fits on, broken behind commas outside brackets; where that is
  /// not enough the pipelines in brackets are opened.
  func wrapped(indent: String) -> [String] {
    var lines: [String] = []
    var line = indent
    for piece in pieces() {
      if line.last == ",", DisplayWidth.of(line) + 1 + DisplayWidth.of(piece) > Self.width {
        lines.append(line)
        line = indent + "  " + piece
      } else {
        line += (line.last == "," ? " " : "") + piece
      }
    }
    return (lines + [line]).flatMap(OpenedPipeline.lines)
  }

  /// The text up to each comma that stands outside brackets, texts and quoted names.
  private func pieces() -> [String] {
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var scan = BracketScan()
    for scalar in text.unicodeScalars {
      if scalar == " ", piece.isEmpty { continue }
      piece.append(scalar)
      scan.take(scalar)
      if scalar == ",", scan.depth == 0, !scan.isQuoted {
        pieces.append(String(piece))
        piece = String.UnicodeScalarView()
      }
    }
    return pieces + [String(piece)]
  }
}
