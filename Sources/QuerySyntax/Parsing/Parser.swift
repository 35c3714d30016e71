package import SourceText

/// Reads a script into a tree. Always returns one: what cannot be read becomes an `.invalid`
/// node and a diagnostic, and reading goes on at the next stage or statement.
///
/// The grammar knows no verb and no function; it asks the vocabulary for clause words and for
/// the lists in which `name = E` or `name: E` defines.
package struct Parser {
  /// Deepest nesting of brackets and prefix operators, and longest chain of operators: bounds
  /// the stack of everything that walks the tree.
  static let deepestNesting = 200
  static let longestChain = 1000

  let file: SourceFile
  let vocabulary: any Vocabulary
  private let tokens: [Token]
  private(set) var index = 0
  var diagnostics: [Diagnostic]
  var depth = 0
  /// Comments of tokens passed since they were last collected.
  private var remarks: [Remark] = []
  var isIncomplete = false
  /// Whether items of a stage are being read, where `|` begins the next stage.
  var isInStage = false

  private init(_ file: SourceFile, vocabulary: any Vocabulary) {
    self.file = file
    self.vocabulary = vocabulary
    (tokens, diagnostics) = Lexer.tokens(of: file)
  }

  /// Reads a whole script.
  package static func script(in file: SourceFile, vocabulary: any Vocabulary) -> Script {
    var parser = Parser(file, vocabulary: vocabulary)
    return parser.script()
  }

  /// Reads one expression, as in `{{ }}` of a report; nil and diagnostics when it is none.
  package static func expression(in file: SourceFile, vocabulary: any Vocabulary)
    -> (expr: Expr, diagnostics: [Diagnostic])
  {
    var parser = Parser(file, vocabulary: vocabulary)
    let expr = parser.tableOrExpression()
    if parser.current.kind == .endOfStatement { parser.advance() }
    if parser.current.kind != .endOfFile { parser.unexpected("after the expression") }
    return (expr, parser.diagnostics)
  }

  // MARK: Tokens

  var current: Token { tokens[index] }

  func peek(_ count: Int = 1) -> Token { tokens[min(index + count, tokens.count - 1)] }

  /// Moves past the current token, which is returned; the end of the file is never passed.
  @discardableResult
  mutating func advance() -> Token {
    let token = tokens[index]
    remarks += token.comments
    if index + 1 < tokens.count { index += 1 }
    return token
  }

  /// The range from a token to the last one passed.
  func range(from start: Token) -> SourceRange {
    index > 0 && tokens[index - 1].range.upper > start.range.lower
      ? start.range.union(tokens[index - 1].range) : start.range
  }

  /// Whether the current token stands against the one before it.
  func isAdjacent(_ token: Token, after previous: Token) -> Bool {
    token.range.lower == previous.range.upper
  }

  func isSymbol(_ symbol: Token.Symbol, _ token: Token? = nil) -> Bool {
    (token ?? current).kind == .symbol(symbol)
  }

  func isReserved(_ word: Token.Reserved) -> Bool { current.kind == .reserved(word) }

  /// Takes the comments collected so far.
  mutating func takeRemarks() -> [Remark] {
    defer { remarks = [] }
    return remarks
  }

  // MARK: Faults

  mutating func report(
    _ code: String, _ message: String, _ range: SourceRange, label: String? = nil,
    notes: [String] = []
  ) {
    diagnostics.append(
      Diagnostic(
        .error, code: code, message, file: file, range: range, label: label, notes: notes))
  }

  /// Reports that the current token does not belong here. An invalid token, and the end after an
  /// invalid one, has been reported already.
  mutating func unexpected(_ place: String, notes: [String] = []) {
    let token = current
    switch token.kind {
    case .invalid: return
    case .endOfFile, .endOfStatement:
      if token.kind == .endOfFile || peek().kind == .endOfFile { isIncomplete = true }
      guard index == 0 || tokens[index - 1].kind != .invalid else { return }
      report(
        "unexpected-end", "the statement ends too early", token.range, label: "expected \(place)",
        notes: notes)
    default:
      report(
        "unexpected-word", "`\(file.text(token.range))` is not expected here", token.range,
        label: "expected \(place)", notes: notes)
    }
  }

  /// Passes tokens up to the next stage or the end of the statement.
  mutating func skipToStageEnd() {
    var open = 0
    while true {
      switch current.kind {
      case .endOfFile, .endOfStatement: return
      case .symbol(.pipe) where open == 0: return
      case .symbol(.leftParen), .symbol(.leftBracket): open += 1
      case .symbol(.rightParen), .symbol(.rightBracket):
        if open == 0, depth > 0 { return }
        open = max(0, open - 1)
      default: break
      }
      advance()
    }
  }

  mutating func skipStatement() {
    while current.kind != .endOfFile, current.kind != .endOfStatement { advance() }
  }
}
