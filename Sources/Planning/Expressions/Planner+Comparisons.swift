import Columnar
import QuerySyntax
import SourceText

extension Planner {
  mutating func checkComparison(
    _ binary: BinaryOperator, _ left: Expr, _ right: Expr, _ scope: inout Scope
  ) -> TypedExpr? {
    let checkedLeft = check(left, &scope)
    let checkedRight = check(right, &scope)
    guard let checkedLeft, let checkedRight,
      let second = resolve(checkedRight, right, for: checkedLeft),
      let first = resolve(checkedLeft, left, for: second)
    else { return nil }
    guard let (one, other, type) = unify(first, second) else {
      mismatch(first, second, left, right)
      return nil
    }
    guard let comparison = ComparisonOperator(rawValue: binary.rawValue) else { return nil }
    if type == .boolean, comparison != .equal, comparison != .notEqual {
      report("wrong-type", "true and false have no order", at: left.range.union(right.range))
      return nil
    }
    return TypedExpr(.compare(comparison, one, other), .boolean)
  }

  private mutating func mismatch(
    _ first: TypedExpr, _ second: TypedExpr, _ left: Expr, _ right: Expr
  ) {
    var notes: [String] = []
    let types = [first.type, second.type]
    if types.contains(.text), types.contains(.integer) || types.contains(.number) {
      let literal = first.literal != nil ? left : second.literal != nil ? right : nil
      if let literal, case .literal(.text(let text), _) = literal, Double(text) != nil {
        notes.append("write the number without quotes: `\(text)`")
      } else if let literal, case .literal(.integer(let value), _) = literal {
        notes.append("write the text in quotes: `\"\(value)\"`")
      }
    }
    if types.contains(.period) || types.contains(.date), types.contains(.text) {
      notes.append("periods and days are written `@2020`, `@2020-05-01`")
    }
    if types.contains(.period), types.contains(.date) {
      notes.append("compare parts of the day, as in `year(day) = 2020`, or days: `@2020-05-01`")
    }
    report(
      "wrong-type", "\(first.type.phrase) cannot be compared with \(second.type.phrase)",
      at: left.range.union(right.range), notes: notes)
  }

  /// A text literal beside a column of codes or of known values: names become codes, and a value
  /// that does not occur is a fault. Nil when a fault was reported.
  private mutating func resolve(_ literal: TypedExpr, _ expr: Expr, for column: TypedExpr)
    -> TypedExpr?
  {
    guard case .text(let text)? = literal.literal, column.literal == nil else { return literal }
    if let entity = column.meaning.entity {
      return code(text, of: entity, at: expr.range).map {
        TypedExpr(.literal(.text($0)), .text)
      }
    }
    if let domain = column.meaning.domain {
      let values = domain.values
      guard values.contains(text) else {
        unknownValue(text, among: values, at: expr.range)
        return nil
      }
    }
    return literal
  }

  private mutating func unknownValue(_ text: String, among values: [String], at range: SourceRange)
  {
    let shown = values.prefix(12).map { "\"\($0)\"" }.joined(separator: ", ")
    let rest = values.count - min(values.count, 12)
    report(
      "unknown-value", "the column has no value \"\(text)\"", at: range,
      label: Suggestion.nearest(to: text, among: values).map { "did you mean \"\($0)\"?" },
      notes: values.count <= 40 ? ["values: \(shown)\(rest > 0 ? " and \(rest) more" : "")"] : [])
  }

  /// The code a text stands for: a code as it is, or a name that has one code in all years.
  private mutating func code(_ text: String, of entity: Entity, at range: SourceRange) -> String? {
    if entity.label(of: text) != nil { return text }
    let codes = entity.codes(named: text)
    if codes.count == 1 { return codes[0] }
    if codes.count > 1 {
      report(
        "ambiguous-name", "\"\(text)\" is the name of several codes", at: range,
        label: "write one of the codes", notes: ["codes: " + codes.joined(separator: ", ")])
      return nil
    }
    report(
      "unknown-value", "no \(entity.name) is called \"\(text)\"", at: range,
      label: Suggestion.nearest(to: text, among: entity.names).map { "did you mean \"\($0)\"?" },
      notes: ["write a name, or a code such as \"GM0344\""])
    return nil
  }

  mutating func checkMembership(_ left: Expr, _ right: Expr, _ scope: inout Scope) -> TypedExpr? {
    guard let operand = check(left, &scope) else { return nil }
    switch right {
    case .list(let elements, _):
      var values: [Value] = []
      var isSound = true
      for element in elements {
        if let value = member(element, of: operand, left) {
          values.append(value)
        } else {
          isSound = false
        }
      }
      return isSound ? TypedExpr(.isIn(operand, values), .boolean) : nil
    case .range(let lower?, let upper?, _):
      return checkBetween(operand, left, lower, upper, &scope)
    case .range(_, _, let range):
      report(
        "open-range", "a range after `in` needs both ends", at: range,
        notes: ["for one end write `x >= …`"])
      return nil
    default:
      report(
        "misplaced-in", "`in` needs a list or a range", at: right.range,
        label: "write `[a, b]` or `a..b`")
      return nil
    }
  }

  private mutating func member(_ element: Expr, of operand: TypedExpr, _ left: Expr) -> Value? {
    guard let typed = constant(element), let resolved = resolve(typed, element, for: operand) else {
      return nil
    }
    guard let (_, other, _) = unify(TypedExpr(.column(0), operand.type), resolved),
      let value = other.literal
    else {
      mismatch(operand, resolved, left, element)
      return nil
    }
    return value
  }

  private mutating func checkBetween(
    _ operand: TypedExpr, _ left: Expr, _ lower: Expr, _ upper: Expr, _ scope: inout Scope
  ) -> TypedExpr? {
    let first = check(lower, &scope)
    let last = check(upper, &scope)
    guard var first, var last else { return nil }
    var operand = operand
    if [operand, first, last].allSatisfy(\.type.isNumeric),
      [operand, first, last].contains(where: { $0.type == .number })
    {
      (operand, first, last) = (
        widened(operand, to: .number), widened(first, to: .number), widened(last, to: .number)
      )
    }
    guard let (one, low, _) = unify(operand, first), let (_, high, _) = unify(operand, last),
      low.type == one.type, high.type == one.type
    else {
      mismatch(operand, unify(operand, first) == nil ? first : last, left, lower)
      return nil
    }
    if operand.type == .text || operand.type == .boolean {
      report("wrong-type", "a range needs numbers, dates or periods", at: lower.range)
      return nil
    }
    return TypedExpr(.isBetween(one, low, high), .boolean)
  }
}
