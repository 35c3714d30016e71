import Columnar

/// Prints expressions, stages and pipelines on one line with the fewest brackets.
struct ExprPrinter {
  let vocabulary: any Vocabulary

  /// The text of an expression, in brackets when it binds less tightly than its place needs.
  func text(_ expr: Expr, above minimum: Int = Precedence.conditional) -> String {
    let text = bare(expr)
    return strength(of: expr) < minimum ? "(\(text))" : text
  }

  private func strength(of expr: Expr) -> Int {
    switch expr {
    case .conditional: Precedence.conditional
    case .unary(.not, _, _): Precedence.not
    case .unary: Precedence.negate
    case .binary(let binary, _, _, _): binary.precedence
    case .range: Precedence.range
    case .test: Precedence.test
    case .literal, .name, .parameter, .call, .list, .table, .invalid: Precedence.primary
    }
  }

  private func bare(_ expr: Expr) -> String {
    switch expr {
    case .literal(let literal, _): return self.literal(literal)
    case .name(let name): return Self.name(name)
    case .parameter(let name): return "$" + name.text
    case .unary(.not, let operand, _): return "not " + text(operand, above: Precedence.not)
    case .unary(let unary, let operand, _):
      // `++` would join texts.
      let inner = text(operand, above: Precedence.negate)
      return inner.hasPrefix("+") ? "\(unary.rawValue)(\(inner))" : unary.rawValue + inner
    case .binary(let binary, let left, let right, _):
      // `^` groups to the right, comparisons not at all, the others to the left.
      let tight = binary.precedence + 1
      let isRight = binary == .power
      let leftText = text(left, above: isRight || binary.isComparison ? tight : binary.precedence)
      let rightText = text(right, above: isRight ? binary.precedence : tight)
      return binary == .power
        ? "\(leftText)^\(rightText)" : "\(leftText) \(binary.rawValue) \(rightText)"
    case .range(let lower, let upper, _):
      let tight = Precedence.range + 1
      return [lower, upper].map { end in end.map { text($0, above: tight) } ?? "" }
        .joined(separator: "..")
    case .test(let operand, let negated, let word, _):
      return "\(text(operand, above: Precedence.test + 1)) is \(negated ? "not " : "")\(word.text)"
    case .call(let name, let arguments, _):
      let list = arguments.map { argument in
        (argument.label.map { Self.label($0) + ": " } ?? "") + text(argument.value)
      }
      return "\(name.text)(\(list.joined(separator: ", ")))"
    case .list(let elements, _): return "[\(elements.map { text($0) }.joined(separator: ", "))]"
    case .conditional(let condition, let positive, let negative, _):
      return "if \(text(condition)) then \(text(positive)) else \(text(negative))"
    case .table(let pipeline, _): return "(\(self.pipeline(pipeline)))"
    case .invalid: return "?"
    }
  }

  private func literal(_ literal: Literal) -> String {
    switch literal {
    case .integer(let value): String(value)
    case .number(_, let written): written
    case .text(let text): Self.quoted(text)
    case .boolean(let flag): flag ? "true" : "false"
    case .period(let period): "@" + period.text
    case .missing: "missing"
    }
  }

  /// A name as it must be written: in backticks when it would not read back bare.
  static func name(_ name: Name) -> String {
    let isBare =
      !name.isQuoted && Lexer.isBareName(name.text) && Token.Reserved(rawValue: name.text) == nil
    return isBare || name.text.isEmpty ? name.text : "`\(name.text)`"
  }

  /// The label of an argument; `else` is one.
  static func label(_ name: Name) -> String {
    name.text == Token.Reserved.else.rawValue ? name.text : self.name(name)
  }

  /// A text literal with its escapes.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator:
          result += "\\u{\(String(scalar.value, radix: 16))}"
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
