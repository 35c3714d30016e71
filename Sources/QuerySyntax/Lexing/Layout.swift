import SourceText

/// Finds where statements end, from line ends, brackets and indentation.
///
/// A statement ends at the end of a line, unless a bracket is open, the line ends in an operator,
/// `|` or a comma, or the next line starts with `|` or is indented more than the statement's
/// first line. Blank and comment lines are passed over.
enum Layout {
  /// The tokens with `.endOfStatement` put in where a statement ends; never two in a row.
  static func markStatementEnds(_ tokens: [Token]) -> [Token] {
    var result: [Token] = []
    result.reserveCapacity(tokens.count + 16)
    var depth = 0
    var statementIndent = 0
    var isOpen = false
    for token in tokens {
      if isOpen, let last = result.last,
        token.kind == .endOfFile
          || endsBefore(token, after: last, depth: depth, indent: statementIndent)
      {
        result.append(end(after: last, comments: trailing(of: token)))
        isOpen = false
      }
      if !isOpen, token.kind == .endOfStatement { continue }
      if !isOpen {
        depth = 0
        statementIndent = token.indent
        isOpen = token.kind != .endOfFile
      }
      switch token.kind {
      case .symbol(.leftParen), .symbol(.leftBracket): depth += 1
      case .symbol(.rightParen), .symbol(.rightBracket): depth = max(0, depth - 1)
      case .endOfStatement: isOpen = depth > 0
      default: break
      }
      var kept = token
      if let last = result.last, last.kind == .endOfStatement, last.range.lower == last.range.upper {
        kept.comments.removeAll { $0.isTrailing }
      }
      if token.kind == .endOfStatement, depth > 0 { continue }
      result.append(kept)
    }
    return result
  }

  private static func endsBefore(_ token: Token, after last: Token, depth: Int, indent: Int)
    -> Bool
  {
    token.startsLine && depth == 0 && !last.continuesLine && token.kind != .symbol(.pipe)
      && token.indent <= indent
  }

  /// The comment at the end of the statement's last line goes with the statement.
  private static func trailing(of token: Token) -> [Remark] {
    token.comments.filter(\.isTrailing)
  }

  private static func end(after last: Token, comments: [Remark]) -> Token {
    Token(
      kind: .endOfStatement, range: SourceRange(last.range.upper, last.range.upper), text: "",
      startsLine: false, indent: 0, comments: comments)
  }
}
