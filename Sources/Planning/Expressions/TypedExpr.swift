package import Columnar

/// An expression with its columns found and its types checked.
package struct TypedExpr: Sendable {
  package let node: Node
  package let type: DataType
  package var meaning: ColumnMeaning
  /// How many expressions stand in one another, this one counted: what computes it calls itself as
  /// deeply.
  let height: Int

  /// What is computed. Columns are positions in the input's schema.
  package indirect enum Node: Sendable {
    case literal(Value)
    case column(Int)
    /// An integer used as a number, or a date as a day period.
    case cast(TypedExpr)
    case arithmetic(ArithmeticOperator, TypedExpr, TypedExpr)
    case negate(TypedExpr)
    case join(TypedExpr, TypedExpr)
    case compare(ComparisonOperator, TypedExpr, TypedExpr)
    case and(TypedExpr, TypedExpr)
    case or(TypedExpr, TypedExpr)
    case not(TypedExpr)
    /// `x is missing` (reason nil) or `x is suppressed`.
    case isMissing(TypedExpr, MissingReason?)
    /// Membership of a list of values.
    case isIn(TypedExpr, [Value])
    case isBetween(TypedExpr, TypedExpr, TypedExpr)
    case coalesce(TypedExpr, TypedExpr)
    case conditional(TypedExpr, TypedExpr, TypedExpr)
    case call(ScalarFunction, [TypedExpr])
    /// The one cell of a `let` table, known when the statement runs.
    case kept(KeptTable)
  }

  /// Makes an expression.
  package init(_ node: Node, _ type: DataType, meaning: ColumnMeaning = ColumnMeaning()) {
    self.node = node
    self.type = type
    self.meaning = meaning
    height = 1 + Self.tallest(in: node)
  }

  private static func tallest(in node: Node) -> Int {
    switch node {
    case .literal, .column, .kept: 0
    case .cast(let operand), .negate(let operand), .not(let operand),
      .isMissing(let operand, _), .isIn(let operand, _):
      operand.height
    case .arithmetic(_, let left, let right), .compare(_, let left, let right),
      .join(let left, let right), .and(let left, let right), .or(let left, let right),
      .coalesce(let left, let right):
      max(left.height, right.height)
    case .isBetween(let first, let second, let third),
      .conditional(let first, let second, let third):
      max(first.height, second.height, third.height)
    case .call(_, let arguments): arguments.map(\.height).max() ?? 0
    }
  }

  /// The value, when it does not depend on a row.
  package var literal: Value? {
    if case .literal(let value) = node { return value }
    return nil
  }

  /// The column, when it is nothing but one.
  package var column: Int? {
    if case .column(let index) = node { return index }
    return nil
  }
}

/// What a computed column stands for: what is carried from columns through expressions.
package struct ColumnMeaning: Sendable {
  package var measure: Measure?
  package var unit: MeasureUnit?
  package var decimals: Int?
  package var entity: Entity?
  package var domain: ValueDomain?
  /// Whether an integer names something, as a year or a number on a page does, and is no amount.
  package var isOrdinal = false

  /// Makes an empty meaning.
  package init() {}

  /// What a field says.
  package init(_ field: Field) {
    measure = field.measure
    unit = field.unit
    decimals = field.decimals
    entity = field.entity
    domain = field.domain
    isOrdinal = field.type == .integer && field.role != .measure
  }
}

extension TypedExpr {
  /// What a value means that is now this one, now the other: what both say. A value written in the
  /// script says nothing of its own. Which texts occur is not known any more.
  func meaning(or other: TypedExpr) -> ColumnMeaning {
    var shared = literal == nil ? meaning : other.meaning
    shared.domain = nil
    guard literal == nil, other.literal == nil else { return shared }
    let second = other.meaning
    if shared.unit != second.unit { shared.unit = nil }
    if shared.measure?.kind != second.measure?.kind || shared.unit != meaning.unit {
      shared.measure = shared.measure ?? second.measure == nil ? nil : Measure(.undeclared)
    }
    if shared.decimals != second.decimals { shared.decimals = nil }
    if shared.entity?.name != second.entity?.name { shared.entity = nil }
    shared.isOrdinal = shared.isOrdinal && second.isOrdinal
    return shared
  }
}

/// Operators on numbers.
package enum ArithmeticOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case integerDivide = "div"
  case modulo = "mod"
  case power = "^"
}

/// Comparisons, with two values: a missing side makes `<` and its like false.
package enum ComparisonOperator: String, Sendable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// The comparison with its sides changed round.
  var turned: ComparisonOperator {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
