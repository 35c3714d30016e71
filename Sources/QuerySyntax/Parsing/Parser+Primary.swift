import Columnar
import SourceText

extension Parser {
  /// A literal, name, call, list, table or bracketed expression.
  mutating func primary() -> Expr {
    let start = current
    switch start.kind {
    case .integer, .number, .text, .period, .reserved(.true), .reserved(.false),
      .reserved(.missing):
      advance()
      return literal(start)
    case .parameter:
      advance()
      return .parameter(Name(start.text, start.range))
    case .quotedName where !isSymbol(.point, peek()):
      advance()
      return .name(Name(start.text, start.range, isQuoted: true))
    case .name, .quotedName: return isSymbol(.point, peek()) ? columnOfTable() : nameOrCall()
    case .symbol(.leftParen): return bracketed()
    case .symbol(.leftBracket): return list()
    case .invalid:
      advance()
      return .invalid(start.range)
    case .symbol, .reserved, .endOfStatement, .endOfFile:
      unexpected("an expression")
      return .invalid(start.range)
    }
  }

  private mutating func literal(_ token: Token) -> Expr {
    switch token.kind {
    case .integer: return .literal(.integer(Int64(token.text) ?? 0), token.range)
    case .number:
      let value = Double(token.text) ?? 0
      guard value.isFinite else {
        report("number-range", "this number is too large", token.range)
        return .invalid(token.range)
      }
      return .literal(.number(value, written: token.text), token.range)
    case .text: return .literal(.text(token.text), token.range)
    case .reserved(.true): return .literal(.boolean(true), token.range)
    case .reserved(.false): return .literal(.boolean(false), token.range)
    case .reserved(.missing): return .literal(.missing, token.range)
    default:
      guard let period = PeriodParser.parse(token.text), !token.text.contains(" ") else {
        report(
          "unknown-period", "\(shown(token)) is not a period", token.range,
          notes: [
            "periods are written `@2020`, `@2020Q1`, `@2020-05`, `@2020-W05` or `@2020-05-01`"
          ])
        return .invalid(token.range)
      }
      return .literal(.period(period), token.range)
    }
  }

  private mutating func nameOrCall() -> Expr {
    let token = advance()
    let name = Name(token.text, token.range)
    guard isSymbol(.leftParen), isAdjacent(current, after: token) else { return .name(name) }
    let open = advance()
    var arguments: [Argument] = []
    while !isSymbol(.rightParen) {
      if isSymbol(.times), isSymbol(.rightParen, peek()) {
        report(
          "foreign-star", "`*` stands for no column", current.range,
          label: "write `\(name.text.lowercased())()`")
        advance()
        break
      }
      guard startsExpression(current) || isSymbol(.range) || isReserved(.else) else {
        unexpected("an argument or `)`")
        break
      }
      arguments.append(argument())
      guard isSymbol(.comma) else { break }
      advance()
    }
    closeParen(opened: open)
    return .call(name, arguments, range(from: token))
  }

  /// `table.column` where only a column can stand: one fault, read as the column.
  private mutating func columnOfTable() -> Expr {
    let table = advance()
    while isSymbol(.point) {
      let point = current
      advance()
      report(
        "misplaced-table", "a column is named without its table", table.range.union(point.range),
        label: "leave this out",
        notes: ["`table.column` is only the domain of a param: `param p: text in table.column`"])
      guard isSymbol(.point, peek()) else { break }
      advance()
    }
    guard current.kind == .quotedName else { return nameOrCall() }
    let token = advance()
    return .name(Name(token.text, token.range, isQuoted: true))
  }

  private mutating func argument() -> Argument {
    if current.kind == .name || current.kind == .quotedName || current.kind == .reserved(.else),
      isSymbol(.colon, peek())
    {
      let token = advance()
      advance()
      return Argument(label: Name(token.text, token.range), value: expression())
    }
    return Argument(value: expression())
  }

  private mutating func list() -> Expr {
    let open = advance()
    var elements: [Expr] = []
    while !isSymbol(.rightBracket) {
      guard startsExpression(current) else {
        unexpected("a value or `]`")
        break
      }
      elements.append(expression())
      guard isSymbol(.comma) else { break }
      advance()
    }
    if isSymbol(.rightBracket) {
      advance()
    } else {
      unclosed(open, closing: .rightBracket)
    }
    return .list(elements, range(from: open))
  }

  private mutating func bracketed() -> Expr {
    let open = advance()
    let inner = inTableBrackets { parser in parser.tableOrExpression() }
    if isSymbol(.comma) { return listInParens(inner, opened: open) }
    closeParen(opened: open)
    if case .table(let pipeline, _) = inner { return .table(pipeline, range(from: open)) }
    return inner
  }

  /// `(a, b)`, which is meant as a list: one fault, read as the list.
  private mutating func listInParens(_ first: Expr, opened open: Token) -> Expr {
    var elements = [first]
    while isSymbol(.comma), startsExpression(peek()) {
      advance()
      elements.append(expression())
    }
    guard isSymbol(.rightParen) else {
      closeParen(opened: open)
      return .list(elements, range(from: open))
    }
    advance()
    let whole = range(from: open)
    report(
      "list-in-parens", "a list stands in square brackets", whole, label: "write `[a, b]`")
    return .list(elements, whole)
  }

  /// Reads what stands in `( )`, where a pipeline may stand whatever is around it.
  mutating func inTableBrackets<Result>(_ read: (inout Parser) -> Result) -> Result {
    let outer = (isInStage, keepsRemarks)
    (isInStage, keepsRemarks) = (false, false)
    openTables += 1
    defer {
      (isInStage, keepsRemarks) = outer
      openTables -= 1
    }
    return read(&self)
  }

  /// A pipeline where a name is followed by `|` or by the items of a source, else an expression.
  /// Among the items of a stage a pipeline stands in brackets.
  mutating func tableOrExpression() -> Expr {
    let start = current
    guard !isInStage else { return expression() }
    if start.kind == .name || start.kind == .quotedName {
      let next = peek()
      if isSymbol(.pipe, next) { return table(from: start) }
      let hasItems = next.kind == .text || next.kind == .parameter
      if hasItems, start.kind == .name, vocabulary.clauseWords(of: start.text) != nil {
        return table(from: start)
      }
    }
    let expr = expression()
    guard isSymbol(.pipe), start.kind == .symbol(.leftParen) else { return expr }
    switch expr {
    case .table(let nested, let range): return tail(of: .nested(nested, range), from: start)
    case .name(let name):
      let nested = Pipeline(source: source(named: name), stages: [], range: name.range)
      return tail(of: .nested(nested, range(from: start)), from: start)
    default: return expr
    }
  }

  private mutating func table(from start: Token) -> Expr {
    let pipeline = pipeline()
    return .table(pipeline, range(from: start))
  }

  private mutating func tail(of source: Pipeline.Source, from start: Token) -> Expr {
    let rest = stages()
    let whole = range(from: start)
    return .table(Pipeline(source: source, stages: rest, range: whole), whole)
  }

  mutating func closeParen(opened open: Token) {
    if isSymbol(.rightParen) {
      advance()
    } else {
      unclosed(open, closing: .rightParen)
    }
  }

  private mutating func unclosed(_ open: Token, closing: Token.Symbol) {
    let label = "expected a comma, an operator or `\(closing.rawValue)`"
    let opened = Diagnostic.Related(file: file, range: open.range, label: "the open bracket")
    switch current.kind {
    case .endOfFile, .endOfStatement:
      let place = current.range.lower
      let isCut = place < file.utf8.count && file.utf8[place] == UInt8(ascii: ";")
      report(
        "unclosed-bracket", "this bracket is not closed", open.range,
        label: "expected `\(closing.rawValue)`",
        notes: isCut ? ["`;` ends the statement; in brackets items are parted by commas"] : [])
    default:
      report(
        "unclosed-bracket", "\(shown(current)) is not expected here", current.range,
        label: label, related: [opened])
      skip(past: closing)
    }
  }

  private mutating func skip(past closing: Token.Symbol) {
    var open = 0
    while current.kind != .endOfFile, current.kind != .endOfStatement {
      if open == 0, isSymbol(closing) {
        advance()
        return
      }
      if isSymbol(.leftParen) || isSymbol(.leftBracket) { open += 1 }
      if isSymbol(.rightParen) || isSymbol(.rightBracket) { open = max(0, open - 1) }
      advance()
    }
  }
}
