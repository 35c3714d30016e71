package import Columnar
import QuerySyntax
import SourceText

extension Planner {
  mutating func checkUnary(
    _ unary: UnaryOperator, _ operand: Expr, _ range: SourceRange, _ scope: inout Scope
  ) -> TypedExpr? {
    if unary == .not {
      return condition(operand, &scope).map { TypedExpr(.not($0), .boolean) }
    }
    guard let typed = check(operand, &scope) else { return nil }
    guard typed.type.isNumeric else {
      report(
        "wrong-type", "`\(unary.rawValue)` needs a number, this is \(typed.type.phrase)",
        at: operand.range)
      return nil
    }
    guard unary == .negate else { return typed }
    switch typed.literal {
    case .integer(let value) where value != .min:
      return TypedExpr(.literal(.integer(-value)), .integer)
    case .number(let value): return TypedExpr(.literal(.number(-value)), .number)
    default: return TypedExpr(.negate(typed), typed.type, meaning: typed.meaning)
    }
  }

  mutating func checkBinary(
    _ binary: BinaryOperator, _ left: Expr, _ right: Expr, _ range: SourceRange,
    _ scope: inout Scope
  ) -> TypedExpr? {
    switch binary {
    case .and, .or:
      let first = condition(left, &scope)
      let second = condition(right, &scope)
      guard let first, let second else { return nil }
      return TypedExpr(binary == .and ? .and(first, second) : .or(first, second), .boolean)
    case .isIn, .isNotIn:
      guard let test = checkMembership(binary, left, right, &scope) else { return nil }
      return binary == .isIn ? test : TypedExpr(.not(test), .boolean)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return checkComparison(binary, left, right, &scope)
    case .coalesce: return checkCoalesce(left, right, &scope)
    case .join: return checkJoin(left, right, &scope)
    case .add, .subtract, .multiply, .divide, .integerDivide, .modulo, .power:
      return checkArithmetic(binary, left, right, range, &scope)
    }
  }

  private mutating func checkCoalesce(_ left: Expr, _ right: Expr, _ scope: inout Scope)
    -> TypedExpr?
  {
    let first = check(left, &scope)
    let second = check(right, &scope)
    guard let first, let second else { return nil }
    guard let (one, other, type) = unify(first, second) else {
      report(
        "wrong-type", "`??` needs two values of one type", at: right.range,
        label: "this is \(second.type.phrase), the left side \(first.type.phrase)")
      return nil
    }
    return TypedExpr(.coalesce(one, other), type, meaning: one.meaning(or: other))
  }

  private mutating func checkJoin(_ left: Expr, _ right: Expr, _ scope: inout Scope) -> TypedExpr? {
    var sides: [TypedExpr] = []
    for expr in [left, right] {
      guard let typed = check(expr, &scope) else { continue }
      guard typed.type == .text else {
        report(
          "wrong-type", "`++` joins texts, this is \(typed.type.phrase)", at: expr.range,
          label: typed.type.isNumeric ? "to add numbers write `+`; for a text `text(…)`" : nil)
        continue
      }
      sides.append(typed)
    }
    return sides.count == 2 ? TypedExpr(.join(sides[0], sides[1]), .text) : nil
  }

  private mutating func checkArithmetic(
    _ binary: BinaryOperator, _ left: Expr, _ right: Expr, _ range: SourceRange,
    _ scope: inout Scope
  ) -> TypedExpr? {
    guard let operation = ArithmeticOperator(rawValue: binary.rawValue) else { return nil }
    let first = number(left, of: binary, &scope)
    let second = number(right, of: binary, &scope)
    guard let first, let second else { return nil }
    guard let meaning = meaning(of: operation, first, second, range) else { return nil }
    let isInteger =
      first.type == .integer && second.type == .integer && operation != .divide
      && operation != .power
    let type = isInteger ? DataType.integer : .number
    return TypedExpr(
      .arithmetic(operation, widened(first, to: type), widened(second, to: type)), type,
      meaning: meaning)
  }

  private mutating func number(_ expr: Expr, of binary: BinaryOperator, _ scope: inout Scope)
    -> TypedExpr?
  {
    guard let typed = check(expr, &scope) else { return nil }
    if typed.literal.map({ $0.type == nil }) ?? false {
      return TypedExpr(.literal(.missing(.unknown)), .number)
    }
    guard typed.type.isNumeric else {
      var notes: [String] = []
      if typed.type == .text {
        notes.append(
          binary == .add
            ? "to join texts write `++`; a number in a text is read with `number(…)`"
            : "a number in a text is read with `number(…)`")
      }
      report(
        "wrong-type", "`\(binary.rawValue)` needs numbers, this is \(typed.type.phrase)",
        at: expr.range, notes: notes)
      return nil
    }
    return typed
  }

  /// What a computed number measures; nil when the units do not go together.
  private mutating func meaning(
    of operation: ArithmeticOperator, _ left: TypedExpr, _ right: TypedExpr, _ range: SourceRange
  ) -> ColumnMeaning? {
    var result = ColumnMeaning()
    if left.meaning.measure != nil || right.meaning.measure != nil {
      result.measure = Measure(.undeclared)
    }
    let first = left.meaning.unit
    let second = right.meaning.unit
    switch operation {
    case .add, .subtract:
      if let first, let second, first != second {
        report(
          "unlike-units", "unlike units cannot be \(operation == .add ? "added" : "subtracted")",
          at: range, label: "\(first.text) and \(second.text)",
          notes: ["multiply or divide to convert one of them"])
        return nil
      }
      result.unit = first ?? second
      if left.meaning.measure?.kind == .percentage, right.meaning.measure?.kind == .percentage,
        operation == .subtract
      {
        result.unit = MeasureUnit("procentpunt")
      } else if left.meaning.measure?.kind == right.meaning.measure?.kind {
        result.measure = left.meaning.measure
      }
    case .multiply:
      // A rate times a number is a rate still, and a standing number one of those.
      if right.literal != nil { result.measure = left.meaning.measure }
      if left.literal != nil { result.measure = right.meaning.measure }
      if let first, let second {
        result.unit = first.multiplied(by: second)
      } else {
        result.unit = first ?? second
      }
    case .divide:
      if right.literal != nil { result.measure = left.meaning.measure }
      if let second {
        result.unit = (first ?? MeasureUnit("")).divided(by: second)
      } else {
        result.unit = first
      }
    case .integerDivide, .modulo, .power: break
    }
    if let unit = result.unit, unit.isNone { result.unit = nil }
    return result
  }

  /// An integer expression as a number.
  package func widened(_ expr: TypedExpr, to type: DataType) -> TypedExpr {
    guard type == .number, expr.type == .integer else { return expr }
    if case .literal(.integer(let value)) = expr.node {
      return TypedExpr(.literal(.number(Double(value))), .number, meaning: expr.meaning)
    }
    return TypedExpr(.cast(expr), .number, meaning: expr.meaning)
  }

  /// Two expressions brought to one type, or nil when there is none. A missing literal fits all;
  /// an integer widens to a number and stands for a year beside a period.
  func unify(_ left: TypedExpr, _ right: TypedExpr) -> (TypedExpr, TypedExpr, DataType)? {
    if case .missing(let reason)? = left.literal {
      return (TypedExpr(.literal(.missing(reason)), right.type), right, right.type)
    }
    if case .missing(let reason)? = right.literal {
      return (left, TypedExpr(.literal(.missing(reason)), left.type), left.type)
    }
    if left.type == right.type { return (left, right, left.type) }
    if left.type.isNumeric, right.type.isNumeric {
      return (widened(left, to: .number), widened(right, to: .number), .number)
    }
    if let asPeriod = period(right), left.type == .period { return (left, asPeriod, .period) }
    if let asPeriod = period(left), right.type == .period { return (asPeriod, right, .period) }
    if left.type == .date, let day = day(right) { return (left, day, .date) }
    if right.type == .date, let day = day(left) { return (day, right, .date) }
    if left.type == .integer, let year = year(right) { return (left, year, .integer) }
    if right.type == .integer, let year = year(left) { return (year, right, .integer) }
    return nil
  }

  /// An integer literal as a year.
  private func period(_ expr: TypedExpr) -> TypedExpr? {
    guard case .integer(let value)? = expr.literal, (1...9999).contains(value) else { return nil }
    return TypedExpr(.literal(.period(.year(Int(value)))), .period)
  }

  /// A day literal as a date.
  private func day(_ expr: TypedExpr) -> TypedExpr? {
    guard case .period(let period)? = expr.literal, period.granularity == .day, !period.isSpan
    else { return nil }
    return TypedExpr(.literal(.date(CalendarDate(days: period.first))), .date)
  }

  /// A year literal beside an integer column of years.
  private func year(_ expr: TypedExpr) -> TypedExpr? {
    guard case .period(let period)? = expr.literal, period.granularity == .year, !period.isSpan
    else { return nil }
    return TypedExpr(.literal(.integer(Int64(period.first))), .integer)
  }
}
