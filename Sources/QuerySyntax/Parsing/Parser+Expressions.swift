import SourceText

extension Parser {
  /// An expression, loosest first.
  mutating func expression() -> Expr { expression(above: Precedence.conditional) }

  /// An expression whose operators bind at least as tightly as given (precedence climbing).
  mutating func expression(above minimum: Int) -> Expr {
    let start = current
    var left = prefix()
    var chain = 0
    while let (strength, step) = infix(), strength >= minimum {
      chain += 1
      guard chain <= Self.longestChain else {
        tooDeep(current.range)
        return .invalid(range(from: start))
      }
      switch step {
      case .binary(let binary): left = self.binary(binary, left, from: start)
      case .range: left = rangeTail(left, from: start)
      case .test: left = test(left, from: start)
      }
    }
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
    let isRightAssociative = binary == .power
    let right: Expr
    if startsExpression(current) {
      right = expression(above: isRightAssociative ? binary.precedence : binary.precedence + 1)
    } else {
      unexpected("an expression after `\(binary.rawValue)`")
      right = .invalid(current.range)
    }
    let result = Expr.binary(binary, left, right, range(from: start))
    if binary.isComparison { refuseChain(after: result) }
    return result
  }

  /// `a = b = c`: comparisons do not chain.
  private mutating func refuseChain(after left: Expr) {
    guard let (strength, step) = infix(), strength == BinaryOperator.equal.precedence else { return }
    let token = current
    switch step {
    case .binary(let next) where next.isComparison:
      report(
        "comparison-chain", "comparisons do not chain", token.range,
        label: "join two comparisons with `and`",
        notes: ["`a = b and b = c`; for a range `x in 1..10`"])
    case .binary, .range, .test:
      report("comparison-chain", "a comparison cannot be tested again", token.range,
        label: "put the comparison in brackets")
    }
  }

  /// `a..b`, or `a..` when nothing follows.
  private mutating func rangeTail(_ left: Expr, from start: Token) -> Expr {
    advance()
    let upper = startsExpression(current) ? expression(above: Precedence.range + 1) : nil
    return .range(left, upper, range(from: start))
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
      unexpected("`missing` or a reason such as `suppressed` after `is`",
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
      skipStatement()
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
      let upper = startsExpression(current) ? expression(above: Precedence.range + 1) : nil
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

  mutating func tooDeep(_ range: SourceRange) {
    report("nested-too-deeply", "this expression is nested too deeply", range,
      notes: ["at most \(Self.deepestNesting) brackets deep and \(Self.longestChain) operators long; "
          + "use `let` or `def` for parts of it"])
    skipStatement()
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
