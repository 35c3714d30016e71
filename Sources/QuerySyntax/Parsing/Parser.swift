package import SourceText

/// Reads a script into a tree. Always returns one: what cannot be read becomes an `.invalid`
/// node and a diagnostic, and reading goes on at the next stage or statement.
///
/// The grammar knows no verb and no function; it asks the vocabulary for clause words and for
/// the lists in which `name = E` or `name: E` defines.
package struct Parser {
  /// Deepest nesting of brackets, prefix operators and powers, and tallest tree of an expression:
  /// bounds the stack of the parser and of everything that walks the tree.
  static let deepestNesting = 200
  static let tallestTree = 300

  let file: SourceFile
  let vocabulary: any Vocabulary
  private let tokens: [Token]
  private(set) var index = 0
  private(set) var diagnostics: [Diagnostic]
  /// Whether the text stops where more must follow.
  let isIncomplete: Bool
  /// How deep brackets, prefix operators and powers are nested here.
  var depth = 0
  /// How many `(` of nested pipelines are open here.
  var openTables = 0
  /// The height of the tallest expression read since it was last set to 0.
  var height = 0
  /// Whether the rest of the statement was given up: one fault has been reported for it.
  private var isAbandoned = false
  /// Where words begin that are a fault in themselves.
  private let faultyWords: Set<Int>
  /// The place of the last fault; a second one there would follow from the first.
  private var faultPlace = -1
  /// Comments of tokens passed since they were last collected.
  private var remarks: [Remark] = []
  /// The token whose own comments were taken beforehand.
  private var takenBefore = -1
  /// Whether stages keep their comments: those of the statement itself, for those of a table in
  /// brackets are printed on one line.
  var keepsRemarks = false
  /// Whether items of a stage are being read, where `|` begins the next stage.
  var isInStage = false
  /// The clause words of the stage being read.
  var stageWords: [String]?

  private init(_ file: SourceFile, vocabulary: any Vocabulary) {
    self.file = file
    self.vocabulary = vocabulary
    let lexer = Lexer(file)
    let layout = Layout(lexer.tokens)
    tokens = layout.tokens
    diagnostics = lexer.diagnostics
    faultyWords = Set(lexer.diagnostics.compactMap { $0.range?.lower })
    isIncomplete = layout.isIncomplete && lexer.diagnostics.isEmpty
  }

  /// Reads a whole script.
  package static func script(in file: SourceFile, vocabulary: any Vocabulary) -> Script {
    var parser = Parser(file, vocabulary: vocabulary)
    return parser.script()
  }

  /// Reads one expression, as in `{{ }}` of a report; with the faults found.
  package static func expression(in file: SourceFile, vocabulary: any Vocabulary)
    -> (expr: Expr, diagnostics: [Diagnostic])
  {
    var parser = Parser(file, vocabulary: vocabulary)
    let expr = parser.tableOrExpression()
    if parser.current.kind == .endOfStatement { parser.advance() }
    if parser.current.kind != .endOfFile { parser.unexpected("the end of the expression") }
    return (expr, Diagnostics(parser.diagnostics).list)
  }

  // MARK: Tokens

  var current: Token { tokens[index] }

  var previous: Token? { behind(1) }

  func behind(_ count: Int) -> Token? { index >= count ? tokens[index - count] : nil }

  func peek(_ count: Int = 1) -> Token { tokens[min(index + count, tokens.count - 1)] }

  /// Moves past the current token, which is returned; the end of the file is never passed.
  @discardableResult
  mutating func advance() -> Token {
    let token = tokens[index]
    if index != takenBefore { remarks += token.comments }
    if let trailing = token.trailing { remarks.append(trailing) }
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

  /// Takes the comments of the tokens passed and not taken yet.
  mutating func takeRemarks() -> [Remark] {
    defer { remarks = [] }
    return remarks
  }

  /// Takes the comments before the current token too, which begins a statement.
  mutating func takeLeadingRemarks() -> [Remark] {
    takenBefore = index
    return takeRemarks() + current.comments
  }

  // MARK: Faults

  /// Begins a statement: faults of the one before do not count any more.
  mutating func startStatement() {
    depth = 0
    height = 0
    isAbandoned = false
    faultPlace = -1
  }

  /// Records a fault, unless it follows from one reported already: next to an invalid token, at
  /// the same place, at a word that is a fault in itself, or in a statement that was given up.
  mutating func report(
    _ code: String, _ message: String, _ range: SourceRange, label: String? = nil,
    related: [Diagnostic.Related] = [], notes: [String] = []
  ) {
    let isNextToInvalid =
      current.kind == .invalid || previous?.kind == .invalid
    guard !isAbandoned, !isNextToInvalid, faultPlace != index,
      !faultyWords.contains(range.lower)
    else { return }
    faultPlace = index
    diagnostics.append(
      Diagnostic(
        .error, code: code, message, file: file, range: range, label: label, related: related,
        notes: notes))
  }

  /// Reports that the current token does not belong here.
  mutating func unexpected(_ place: String, notes: [String] = []) {
    let token = current
    switch token.kind {
    case .endOfFile, .endOfStatement:
      report(
        "unexpected-end", "the statement ends too early", token.range, label: "expected \(place)",
        notes: notes)
    default:
      report(
        "unexpected-word", "\(shown(token)) is not expected here", token.range,
        label: "expected \(place)", notes: notes)
    }
  }

  /// A token as messages quote it; a long one is cut.
  func shown(_ token: Token) -> String {
    let longest = 40
    let text = file.text(
      SourceRange(token.range.lower, min(token.range.upper, token.range.lower + longest * 4)))
    let isCut = text.count > longest || token.range.upper > token.range.lower + longest * 4
    return "`\(text.prefix(longest))\(isCut ? "…" : "")`"
  }

  /// Reports once that a statement is too deep to be read, and gives up the rest of it.
  mutating func tooDeep(_ range: SourceRange) {
    report(
      "nested-too-deeply", "this expression is nested too deeply", range,
      notes: [
        "at most \(Self.deepestNesting) brackets deep and \(Self.tallestTree) operators long; "
          + "use `let` or `def` for parts of it"
      ])
    isAbandoned = true
    skipStatement()
  }

  /// Passes tokens up to the next stage, the end of the table in brackets or of the statement.
  mutating func skipToStageEnd() {
    var open = 0
    while true {
      switch current.kind {
      case .endOfFile, .endOfStatement: return
      case .symbol(.pipe) where open == 0: return
      case .symbol(.leftParen), .symbol(.leftBracket): open += 1
      case .symbol(.rightParen), .symbol(.rightBracket):
        if open == 0, openTables > 0 { return }
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
