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
    case .quotedName:
      advance()
      return .name(Name(start.text, start.range, isQuoted: true))
    case .name: return nameOrCall()
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
    let digits = token.text.filter { $0 != "_" }
    switch token.kind {
    case .integer: return .literal(.integer(Int64(digits) ?? 0), token.range)
    case .number:
      let value = Double(digits) ?? 0
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
          "unknown-period", "`@\(token.text)` is not a period", token.range,
          notes: ["periods are written `@2020`, `@2020Q1`, `@2020-05` or `@2020-05-01`"])
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
      guard startsExpression(current) || isSymbol(.range) else {
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
      unclosed(open, closing: "]")
    }
    return .list(elements, range(from: open))
  }

  private mutating func bracketed() -> Expr {
    let open = advance()
    let outer = isInStage
    isInStage = false
    depth += 1
    let inner = tableOrExpression()
    depth -= 1
    isInStage = outer
    closeParen(opened: open)
    if case .table(let pipeline, _) = inner { return .table(pipeline, range(from: open)) }
    return inner
  }

  /// A pipeline where a name is followed by `|` or by the items of a source, else an expression.
  mutating func tableOrExpression() -> Expr {
    let start = current
    let next = peek()
    if start.kind == .name || start.kind == .quotedName {
      let isSource = vocabulary.clauseWords(of: start.text) != nil && next.kind == .text
      if isSymbol(.pipe, next), !isInStage { return table(from: start) }
      if isSource { return table(from: start) }
    }
    let expr = expression()
    if isSymbol(.pipe), case .table(let nested, let range) = expr, !isInStage {
      return tail(of: .nested(nested, range), from: start)
    }
    return expr
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
      unclosed(open, closing: ")")
    }
  }

  private mutating func unclosed(_ open: Token, closing: String) {
    if current.kind == .invalid { return skipToStageEnd() }
    let atEnd = current.kind == .endOfFile || current.kind == .endOfStatement
    if atEnd {
      isIncomplete = true
      report(
        "unclosed-bracket", "this bracket is not closed", open.range,
        label: "expected `\(closing)`")
    } else {
      report(
        "unclosed-bracket", "`\(file.text(current.range))` is not expected here", current.range,
        label: "expected a comma, an operator or `\(closing)`")
      skipToClosing(closing)
    }
  }

  private mutating func skipToClosing(_ closing: String) {
    var open = 0
    while current.kind != .endOfFile, current.kind != .endOfStatement {
      let text = current.text
      if open == 0, text == closing, current.kind != .text {
        advance()
        return
      }
      if isSymbol(.leftParen) || isSymbol(.leftBracket) { open += 1 }
      if isSymbol(.rightParen) || isSymbol(.rightBracket) { open = max(0, open - 1) }
      advance()
    }
  }
}
