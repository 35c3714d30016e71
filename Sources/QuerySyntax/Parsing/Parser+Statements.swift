import SourceText

extension Parser {
  mutating func script() -> Script {
    var statements: [Statement] = []
    while true {
      while current.kind == .endOfStatement { advance() }
      guard current.kind != .endOfFile else { break }
      statements.append(statement())
    }
    let closing = takeRemarks() + current.comments
    return Script(
      file: file, statements: statements, closingRemarks: closing, diagnostics: diagnostics,
      isIncomplete: isIncomplete)
  }

  private mutating func statement() -> Statement {
    let start = current
    depth = 0
    let earlier = takeRemarks() + start.comments
    let kind = statementKind()
    if current.kind != .endOfStatement, current.kind != .endOfFile {
      unexpected("the end of the statement")
      skipStatement()
    }
    let range = range(from: start)
    if current.kind == .endOfStatement { advance() }
    // What is not taken by a stage goes with the statement; its own first comments come first.
    var remarks = earlier
    for remark in takeRemarks() where !earlier.contains(remark) { remarks.append(remark) }
    return Statement(kind: kind, range: range, remarks: remarks)
  }

  private mutating func statementKind() -> Statement.Kind {
    guard current.kind == .name else { return .pipeline(pipeline()) }
    let next = peek().kind
    let nameFollows = next == .name || next == .quotedName
    switch current.text {
    case "data" where nameFollows: return dataStatement()
    case "param" where nameFollows: return paramStatement()
    case "let" where nameFollows: return letStatement()
    case "def" where nameFollows: return defStatement()
    case "use" where next == .text:
      advance()
      let path = advance()
      return .use(path.text, path.range)
    case "print" where startsExpression(peek()):
      advance()
      return .print(tableOrExpression())
    default: return .pipeline(pipeline())
    }
  }

  /// The name after a statement word.
  private mutating func definedName() -> Name {
    advance()
    let token = advance()
    return Name(token.text, token.range, isQuoted: token.kind == .quotedName)
  }

  private mutating func expect(_ symbol: Token.Symbol, _ place: String) -> Bool {
    guard isSymbol(symbol) else {
      unexpected("`\(symbol.rawValue)` \(place)")
      return false
    }
    advance()
    return true
  }

  private mutating func dataStatement() -> Statement.Kind {
    let name = definedName()
    guard expect(.equal, "and a source") else { return .invalid }
    guard current.kind == .name else {
      unexpected("a source such as `csv \"file.csv\"`")
      return .invalid
    }
    return .data(name, stage(isDeclaration: true))
  }

  private mutating func paramStatement() -> Statement.Kind {
    let name = definedName()
    guard expect(.colon, "and a type, as in `param \(name.text): text = \"…\"`") else {
      return .invalid
    }
    let type = typeName()
    var domain: Expr?
    var value: Expr?
    if isReserved(.in) {
      advance()
      domain = expression(above: Precedence.range)
      // `dataset.column` is two names with a point, which the lexer reads as one fault less.
    }
    if isSymbol(.equal) {
      advance()
      value = expression()
    }
    return .param(name, type: type, domain: domain, value: value)
  }

  private mutating func typeName() -> Name? {
    guard current.kind == .name else {
      unexpected("a type: boolean, integer, number, text, date or period")
      return nil
    }
    let token = advance()
    return Name(token.text, token.range)
  }

  private mutating func letStatement() -> Statement.Kind {
    let name = definedName()
    guard expect(.equal, "and a pipeline or an expression") else { return .invalid }
    switch tableOrExpression() {
    case .table(let pipeline, _): return .letTable(name, pipeline)
    case .name(let source):
      let stage = Stage(
        verb: source, items: [], clauses: [], range: source.range, remarks: [])
      return .letTable(name, Pipeline(source: .stage(stage), stages: [], range: source.range))
    case let expr: return .letValue(name, expr)
    }
  }

  private mutating func defStatement() -> Statement.Kind {
    let name = definedName()
    guard expect(.leftParen, "and the arguments") else { return .invalid }
    var parameters: [Parameter] = []
    while current.kind == .name || current.kind == .quotedName {
      let token = advance()
      let parameter = Name(token.text, token.range, isQuoted: token.kind == .quotedName)
      var type: Name?
      var value: Expr?
      if isSymbol(.colon) {
        advance()
        type = typeName()
      }
      if isSymbol(.equal) {
        advance()
        value = expression()
      }
      parameters.append(Parameter(name: parameter, type: type, value: value))
      guard isSymbol(.comma) else { break }
      advance()
    }
    guard expect(.rightParen, "after the arguments"), expect(.equal, "and an expression") else {
      return .invalid
    }
    return .def(name, parameters, expression())
  }
}
