/// An operator before its operand.
package enum UnaryOperator: String, Hashable, Sendable {
  case negate = "-"
  case plus = "+"
  case not
}

/// An operator between its operands.
package enum BinaryOperator: String, Hashable, Sendable, CaseIterable {
  case or, and
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case isIn = "in"
  case isNotIn = "not in"
  case coalesce = "??"
  case add = "+"
  case subtract = "-"
  case join = "++"
  case multiply = "*"
  case divide = "/"
  case integerDivide = "div"
  case modulo = "mod"
  case power = "^"

  /// How tightly it binds, loosest 1.
  package var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn, .isNotIn: 4
    case .coalesce: 6
    case .add, .subtract, .join: 7
    case .multiply, .divide, .integerDivide, .modulo: 8
    case .power: 10
    }
  }

  /// Whether it compares, so that two of them do not chain.
  package var isComparison: Bool { precedence == 4 }
}

/// Binding strengths of what is not a binary operator, on the same scale.
enum Precedence {
  static let conditional = 0
  static let not = 3
  static let test = 4
  static let range = 5
  static let negate = 9
  static let primary = 11
}
