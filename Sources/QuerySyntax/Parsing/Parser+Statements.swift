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
      file: file, statements: statements, closingRemarks: closing,
      diagnostics: Diagnostics(diagnostics).list, isIncomplete: isIncomplete)
  }

  private mutating func statement() -> Statement {
    let start = current
    startStatement()
    let leading = takeLeadingRemarks()
    let kind = statementKind()
    if isSymbol(.rightParen) || isSymbol(.rightBracket) {
      report("unopened-bracket", "this bracket closes nothing", current.range)
    } else if current.kind != .endOfStatement, current.kind != .endOfFile {
      unexpected("the end of the statement")
    }
    skipStatement()
    let range = range(from: start)
    // What no stage has kept goes with the statement.
    return Statement(kind: kind, range: range, remarks: leading + takeRemarks())
  }

  private mutating func statementKind() -> Statement.Kind {
    keepsRemarks = true
    defer { keepsRemarks = false }
    guard current.kind == .name, !isTableAlone else { return .pipeline(pipeline()) }
    switch current.text {
    case "data": return dataStatement()
    case "param": return paramStatement()
    case "let": return letStatement()
    case "def": return defStatement()
    case "use": return useStatement()
    case "print":
      keepsRemarks = false
      advance()
      return .print(tableOrExpression())
    default: return .pipeline(pipeline())
    }
  }

  /// Whether the current word is the name of a table, though it be a statement word.
  private var isTableAlone: Bool {
    switch peek().kind {
    case .endOfFile, .endOfStatement, .symbol(.pipe): true
    default: false
    }
  }

  private mutating func useStatement() -> Statement.Kind {
    advance()
    guard current.kind == .text else {
      unexpected("the path of a script, as in `use \"other.peil\"`")
      return .invalid
    }
    let path = advance()
    return .use(path.text, path.range)
  }

  /// The name after a statement word; nil after a report when there is none.
  private mutating func definedName() -> Name? {
    let word = advance()
    guard current.kind == .name || current.kind == .quotedName else {
      unexpected("a name after `\(word.text)`")
      return nil
    }
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
    guard let name = definedName(), expect(.equal, "and a source") else { return .invalid }
    guard current.kind == .name else {
      unexpected("a source such as `csv \"file.csv\"`")
      return .invalid
    }
    return .data(name, declaration())
  }

  private mutating func paramStatement() -> Statement.Kind {
    guard let name = definedName(),
      expect(.colon, "and a type, as in `param \(name.text): text = \"…\"`")
    else { return .invalid }
    let type = typeName()
    var domain: ParamDomain?
    var value: Expr?
    if isReserved(.in) {
      advance()
      domain = paramDomain()
    }
    if isSymbol(.equal) {
      advance()
      value = expression()
    }
    return .param(name, type: type, domain: domain, value: value)
  }

  private mutating func paramDomain() -> ParamDomain {
    guard current.kind == .name || current.kind == .quotedName, isSymbol(.point, peek()) else {
      return .values(expression(above: Precedence.range))
    }
    let table = columnName()
    advance()
    return .column(columnName(), of: table)
  }

  private mutating func columnName() -> Name {
    let token = advance()
    return Name(token.text, token.range, isQuoted: token.kind == .quotedName)
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
    guard let name = definedName(), expect(.equal, "and a pipeline or an expression") else {
      return .invalid
    }
    switch tableOrExpression() {
    case .table(let pipeline, _): return .letTable(name, pipeline)
    case .name(let table):
      return .letTable(
        name, Pipeline(source: source(named: table), stages: [], range: table.range))
    case let expr: return .letValue(name, expr)
    }
  }

  private mutating func defStatement() -> Statement.Kind {
    guard let name = definedName(), expect(.leftParen, "and the arguments") else { return .invalid }
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
