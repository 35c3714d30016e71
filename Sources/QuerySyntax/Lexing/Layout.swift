import SourceText

/// Finds where statements end, from line ends, brackets and indentation.
///
/// A statement ends at `;`, and at the end of a line unless a bracket is open, the line ends in
/// an operator, `|` or a comma, or the next line starts with `|` or is indented more than the
/// statement's first line. Blank and comment lines are passed over.
struct Layout {
  /// The tokens with `.endOfStatement` where a statement ends, never two in a row; only these
  /// have no comments of their own.
  private(set) var tokens: [Token] = []
  /// Whether the text stops where more must follow: in a bracket, or behind an operator.
  private(set) var isIncomplete = false
  private var depth = 0
  private var indent = 0
  private var isOpen = false
  /// Comments around a `;` that has no statement on its line.
  private var carried: [Remark] = []

  /// Lays out the words of a file, which end in `.endOfFile`.
  init(_ words: [Token]) {
    tokens.reserveCapacity(words.count + 16)
    for word in words {
      if isOpen, let last = tokens.last, ends(before: word, after: last) {
        if word.kind == .endOfFile { isIncomplete = depth > 0 || last.continuesLine }
        let place = SourceRange(last.range.upper, last.range.upper)
        tokens.append(
          Token(
            kind: .endOfStatement, range: place, text: "", startsLine: false, indent: 0,
            comments: []))
        isOpen = false
      }
      if word.kind == .endOfStatement { pass(semicolon: word) } else { add(word) }
    }
  }

  private func ends(before word: Token, after last: Token) -> Bool {
    if word.kind == .endOfFile || word.kind == .endOfStatement { return true }
    return word.startsLine && depth == 0 && !last.continuesLine && word.kind != .symbol(.pipe)
      && word.indent <= indent
  }

  private mutating func add(_ word: Token) {
    if !isOpen {
      depth = 0
      indent = word.indent
      isOpen = word.kind != .endOfFile
    }
    switch word.kind {
    case .symbol(.leftParen), .symbol(.leftBracket): depth += 1
    case .symbol(.rightParen), .symbol(.rightBracket): depth = max(0, depth - 1)
    default: break
    }
    var kept = word
    kept.comments = carried + word.comments
    carried = []
    tokens.append(kept)
  }

  /// A comment behind `;` goes with the statement it ends, or else with the next one.
  private mutating func pass(semicolon: Token) {
    carried += semicolon.comments
    guard var remark = semicolon.trailing else { return }
    let word = tokens.count - 2
    if carried.isEmpty, word >= 0, tokens[word].trailing == nil {
      tokens[word].trailing = remark
    } else {
      remark.isTrailing = false
      carried.append(remark)
    }
  }
}
