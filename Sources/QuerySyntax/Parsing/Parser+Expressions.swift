import SourceText

extension Parser {
  /// An expression, loosest first.
  mutating func expression() -> Expr { expression(above: Precedence.conditional) }

  /// An expression whose operators bind at least as tightly as given (precedence climbing).
  mutating func expression(above minimum: Int) -> Expr {
    let start = current
    let tallest = height
    height = 0
    let first = index
    var left = prefix()
    height += 1
    // Nothing could be read here: an operator would only repeat the fault.
    guard index > first else { return left }
    var comparisons = 0
    while let (strength, step) = infix(), strength >= minimum {
      if strength == Precedence.test {
        comparisons += 1
        if comparisons == 2 { refuseChain() }
      }
      switch step {
      case .binary(let binary): left = self.binary(binary, left, from: start)
      case .range: left = rangeTail(left, from: start)
      case .test: left = test(left, from: start)
      }
      height += 1
      guard height <= Self.tallestTree else {
        tooDeep(current.range)
        return .invalid(range(from: start))
      }
    }
    height = max(height, tallest)
    return left
  }

  private enum InfixStep {
    case binary(BinaryOperator)
    case range
    case test
  }

  /// The operator at the current place, with its strength; nothing is passed.
  private func infix() -> (Int, InfixStep)? {
    switch current.kind {
    case .symbol(.range): return (Precedence.range, .range)
    case .symbol(.doubleEqual): return (BinaryOperator.equal.precedence, .binary(.equal))
    case .symbol(let symbol):
      return BinaryOperator(rawValue: symbol.rawValue).map { ($0.precedence, .binary($0)) }
    case .reserved(.is): return (Precedence.test, .test)
    case .reserved(.not):
      guard peek().kind == .reserved(.in) else { return nil }
      return (BinaryOperator.isNotIn.precedence, .binary(.isNotIn))
    case .reserved(let word):
      return BinaryOperator(rawValue: word.rawValue).map { ($0.precedence, .binary($0)) }
    default: return nil
    }
  }

  private mutating func binary(_ binary: BinaryOperator, _ left: Expr, from start: Token) -> Expr {
    if binary == .isNotIn { advance() }
    advance()
    guard startsExpression(current) else {
      unexpected("an expression after `\(binary.rawValue)`")
      return .binary(binary, left, .invalid(current.range), range(from: start))
    }
    // Powers group to the right, so that a chain of them is a nesting.
    let isPower = binary == .power
    if isPower { depth += 1 }
    defer { if isPower { depth -= 1 } }
    let right = expression(above: isPower ? binary.precedence : binary.precedence + 1)
    return .binary(binary, left, right, range(from: start))
  }

  /// `a = b = c`: comparisons do not chain.
  private mutating func refuseChain() {
    report(
      "comparison-chain", "comparisons do not chain", current.range,
      label: "join two comparisons with `and`",
      notes: ["`a = b and b = c`; for a range `x in 1..10`"])
  }

  /// `a..b`, or `a..` when nothing follows.
  private mutating func rangeTail(_ left: Expr, from start: Token) -> Expr {
    advance()
    let upper = rangeEnd()
    return .range(left, upper, range(from: start))
  }

  /// The end of a range; nil when it is open: before a clause, an operator or the end.
  private mutating func rangeEnd() -> Expr? {
    guard startsExpression(current), !(isReserved(.not) && peek().kind == .reserved(.in)),
      !(isInStage && startsClause(stageWords, first: true))
    else { return nil }
    return expression(above: Precedence.range + 1)
  }

  /// `x is missing`, `x is not suppressed`
  private mutating func test(_ left: Expr, from start: Token) -> Expr {
    advance()
    var negated = false
    if isReserved(.not) {
      advance()
      negated = true
    }
    guard current.kind == .name || isReserved(.missing) else {
      unexpected(
        "`missing` or a reason such as `suppressed` after `is`",
        notes: ["to compare with a value use `=`"])
      return .invalid(range(from: start))
    }
    let word = advance()
    return .test(left, negated: negated, Name(word.text, word.range), range(from: start))
  }

  private mutating func prefix() -> Expr {
    let start = current
    guard depth < Self.deepestNesting else {
      tooDeep(start.range)
      return .invalid(start.range)
    }
    depth += 1
    defer { depth -= 1 }
    switch start.kind {
    case .symbol(.minus), .symbol(.plus):
      advance()
      let operand = expression(above: Precedence.negate)
      let unary = start.kind == .symbol(.minus) ? UnaryOperator.negate : .plus
      return .unary(unary, operand, range(from: start))
    case .reserved(.not):
      advance()
      return .unary(.not, expression(above: Precedence.not), range(from: start))
    case .reserved(.if): return conditional()
    case .symbol(.range):
      advance()
      let upper = rangeEnd()
      return .range(nil, upper, range(from: start))
    default: return primary()
    }
  }

  private mutating func conditional() -> Expr {
    let start = advance()
    let condition = expression()
    guard isReserved(.then) else {
      unexpected("`then`", notes: ["`if C then A else B`"])
      return .invalid(range(from: start))
    }
    advance()
    let positive = expression()
    guard isReserved(.else) else {
      unexpected("`else`", notes: ["`if C then A else B`; write `else missing` for nothing"])
      return .invalid(range(from: start))
    }
    advance()
    let negative = expression()
    return .conditional(condition, positive, negative, range(from: start))
  }

  /// Whether a token can begin an expression.
  func startsExpression(_ token: Token) -> Bool {
    switch token.kind {
    case .name, .quotedName, .parameter, .integer, .number, .text, .period, .invalid: true
    case .symbol(let symbol):
      symbol == .leftParen || symbol == .leftBracket || symbol == .minus || symbol == .plus
    case .reserved(let word):
      switch word {
      case .not, .if, .true, .false, .missing: true
      case .and, .or, .in, .is, .div, .mod, .then, .else: false
      }
    case .endOfStatement, .endOfFile: false
    }
  }
}
