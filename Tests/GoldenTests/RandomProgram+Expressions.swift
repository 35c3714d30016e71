extension RandomProgram {
  /// An expression of a type over the columns there are.
  mutating func expression(_ kind: Column.Kind, _ depth: Int = 2) -> String {
    guard depth > 0, !random.oneIn(5) else { return leaf(kind) }
    if random.oneIn(5) { return choice(kind, depth - 1) }
    switch kind {
    case .integer: return integer(depth - 1)
    case .number: return number(depth - 1)
    case .text: return text(depth - 1)
    case .boolean: return boolean(depth - 1)
    case .day, .period: return leaf(kind)
    }
  }

  /// A column of the type, or a literal.
  mutating func leaf(_ kind: Column.Kind) -> String {
    if !random.oneIn(4), let column = some(1, kind).first, !column.isLabelled {
      return column.name
    }
    switch kind {
    case .integer: return random.one(of: ["0", "1", "7", "25"])
    case .number: return random.one(of: ["0.5", "2.25", "0.1", "12.0"])
    case .text: return random.one(of: ["\"Zeist\"", "\"é\"", "\"\"", "\"a\""])
    case .boolean: return random.one(of: ["true", "false"])
    case .day: return "date(\"2020-0\(1 + random.next(9))-01\")"
    case .period: return "period(\"2020\")"
    }
  }

  private mutating func choice(_ kind: Column.Kind, _ depth: Int) -> String {
    let (first, second) = (expression(kind, depth), expression(kind, depth))
    switch random.next(3) {
    case 0: return "(\(first) ?? \(second))"
    case 1: return "(if \(expression(.boolean, depth)) then \(first) else \(second))"
    default: return "case(\(expression(.boolean, depth)), \(first), else: \(second))"
    }
  }

  private mutating func integer(_ depth: Int) -> String {
    let (first, second) = (expression(.integer, depth), expression(.integer, depth))
    switch random.next(7) {
    case 0...2: return "(\(first) \(random.one(of: ["+", "-", "*"])) \(second))"
    case 3: return "(\(first) \(random.one(of: ["div", "mod"])) \(second))"
    case 4: return "length(\(expression(.text, depth)))"
    case 5: return "\(random.one(of: ["least", "greatest"]))(\(first), \(second))"
    default: return "\(random.one(of: ["year", "month", "quarter"]))(\(leaf(.day)))"
    }
  }

  private mutating func number(_ depth: Int) -> String {
    let (first, second) = (expression(.number, depth), expression(.integer, depth))
    switch random.next(7) {
    case 0...2: return "(\(first) \(random.one(of: ["+", "-", "*"])) \(second))"
    case 3: return "(\(first) / \(second))"
    case 4: return "round(\(first), \(random.next(3)))"
    case 5: return "\(random.one(of: ["sqrt", "ln", "floor", "abs", "exp"]))(\(first))"
    default: return "(\(first) ^ \(random.next(3)))"
    }
  }

  private mutating func text(_ depth: Int) -> String {
    switch random.next(4) {
    case 0: return "(\(expression(.text, depth)) ++ \(expression(.text, depth)))"
    case 1: return "\(random.one(of: ["upper", "lower", "trim"]))(\(expression(.text, depth)))"
    case 2: return "replace(\(expression(.text, depth)), \"[aé]+\", \"<\\\\0>\")"
    default: return "text(\(expression(random.oneIn(2) ? .integer : .number, depth)))"
    }
  }

  private mutating func boolean(_ depth: Int) -> String {
    switch random.next(8) {
    case 0, 1:
      let word = random.one(of: ["and", "or"])
      return "(\(expression(.boolean, depth)) \(word) \(expression(.boolean, depth)))"
    case 2: return "(not \(expression(.boolean, depth)))"
    case 3:
      let (column, word) = (random.one(of: columns).name, random.one(of: ["is", "is not"]))
      return "(\(column) \(word) \(random.one(of: ["missing", "unknown", "no_row"])))"
    case 4: return "(\(expression(.integer, depth)) \(random.one(of: ["in", "not in"])) 2..9)"
    case 5: return "contains(\(expression(.text, depth)), \"a\")"
    default:
      let kind = random.one(of: [Column.Kind.integer, .number, .text, .day])
      let sign = random.one(of: ["=", "!=", "<", "<=", ">", ">="])
      return "(\(expression(kind, depth)) \(sign) \(expression(kind, depth)))"
    }
  }
}
