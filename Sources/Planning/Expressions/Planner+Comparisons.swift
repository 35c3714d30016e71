import Columnar
import QuerySyntax
import SourceText

extension Planner {
  mutating func checkComparison(
    _ binary: BinaryOperator, _ left: Expr, _ right: Expr, _ scope: inout Scope
  ) -> TypedExpr? {
    let checkedLeft = check(left, &scope)
    if let checkedLeft, isUnquoted(right, beside: checkedLeft, scope) { return nil }
    let checkedRight = check(right, &scope)
    guard let checkedLeft, let checkedRight,
      let second = resolve(checkedRight, right, for: checkedLeft),
      let first = resolve(checkedLeft, left, for: second)
    else { return nil }
    guard let (one, other, type) = comparable(first, second) else {
      mismatch(first, second, left, right)
      return nil
    }
    guard let comparison = ComparisonOperator(rawValue: binary.rawValue) else { return nil }
    let range = left.range.union(right.range)
    guard
      isComparable(
        other, with: one,
        PeriodComparison(sign: comparison.rawValue, text: file.text(right.range), range: range),
        scope),
      isComparable(
        one, with: other,
        PeriodComparison(
          sign: comparison.turned.rawValue, text: file.text(left.range), range: range), scope)
    else { return nil }
    if type == .boolean, comparison != .equal, comparison != .notEqual {
      report("wrong-type", "true and false have no order", at: range)
      return nil
    }
    return TypedExpr(.compare(comparison, one, other), .boolean)
  }

  /// Whether a name beside a text is no column but a text without its quotes; reports it.
  private mutating func isUnquoted(_ expr: Expr, beside column: TypedExpr, _ scope: Scope) -> Bool {
    guard column.type == .text, column.literal == nil, case .name(let name) = expr, !isUncertain,
      scope.schema.index(of: name.text) == nil, ForeignWords.value(name.text) == nil,
      Suggestion.nearest(to: name.text, among: scope.schema.names) == nil,
      definitions.values[name.text] == nil, !registry.callNames.contains(name.text)
    else { return false }
    report(
      "unknown-column", "no column `\(name.text)`", at: name.range,
      label: "a text is written `\"\(name.text)\"`",
      notes: ["columns here: " + ColumnList.text(scope.schema)])
    return true
  }

  /// Two expressions as they are compared: of one type, or an integer and a number, which are
  /// compared as they are, for an integer beyond 2^53 has no number of its own.
  private func comparable(_ left: TypedExpr, _ right: TypedExpr)
    -> (TypedExpr, TypedExpr, DataType)?
  {
    guard left.type.isNumeric, right.type.isNumeric, left.type != right.type,
      ![left, right].contains(where: { $0.literal.map { $0.type == nil } == true })
    else { return unify(left, right) }
    if left.literal != nil, let same = exactly(left, right.type) {
      return (same, right, right.type)
    }
    if right.literal != nil, let same = exactly(right, left.type) { return (left, same, left.type) }
    return (left, right, .number)
  }

  /// A literal as one of another type that equals it; nil when there is none.
  private func exactly(_ expr: TypedExpr, _ type: DataType) -> TypedExpr? {
    switch expr.literal {
    case .integer(let value)?:
      return Double(exactly: value).map { TypedExpr(.literal(.number($0)), .number) }
    case .number(let value)?:
      return Int64(exactly: value).map { TypedExpr(.literal(.integer($0)), .integer) }
    default: return nil
    }
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
      let text = [left, right].lazy.compactMap { side -> String? in
        guard case .literal(.text(let text), _) = side else { return nil }
        return text
      }.first
      let isDay = types.contains(.date)
      notes.append(
        text.flatMap { PeriodParser.parse($0) }.flatMap { period in
          isDay && !period.isUnit(of: .day)
            ? nil : "write it as a period, without quotes: `@\(period.standard.text)`"
        } ?? "periods and days are written `@2020`, `@2020-05-01`")
    }
    if types.contains(.period), types.contains(.integer) || types.contains(.number) {
      notes.append("of whole years one is written `2020`")
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
      return code(text, of: entity, among: column.meaning.domain, at: expr.range).map {
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

  /// The code a text stands for: a code as it is, or a name that has one code in all years. A text
  /// with a digit is no name: in a column of which the values are not known it is taken for the
  /// code of a region of another kind, such as a district.
  private mutating func code(
    _ text: String, of entity: Entity, among domain: ValueDomain?, at range: SourceRange
  ) -> String? {
    if entity.label(of: text) != nil { return text }
    if text.contains(where: \.isNumber),
      domain.map({ $0.values.contains(text) }) ?? true
    {
      return text
    }
    let codes = entity.codes(named: text)
    if codes.count == 1 { return codes[0] }
    if codes.count > 1 {
      let named = codes.map { code in
        entity.label(of: code).map { $0 == text ? code : "\($0) (\(code))" } ?? code
      }
      report(
        "ambiguous-name", "\"\(text)\" is the name of several codes", at: range,
        label: "write one of the codes", notes: ["codes: " + named.joined(separator: ", ")])
      return nil
    }
    report(
      "unknown-value", "no \(entity.name) is called \"\(text)\"", at: range,
      label: Suggestion.nearest(to: text, among: entity.names).map { "did you mean \"\($0)\"?" },
      notes: ["write a name, or a code such as \"GM0344\""])
    return nil
  }

  mutating func checkMembership(
    _ binary: BinaryOperator, _ left: Expr, _ right: Expr, _ scope: inout Scope
  ) -> TypedExpr? {
    guard let operand = check(left, &scope) else { return nil }
    let comparison = PeriodComparison(
      sign: binary.rawValue, text: file.text(right.range), range: left.range.union(right.range))
    switch right {
    case .list(let elements, _):
      var values: [Value] = []
      var isSound = true
      for element in elements {
        if let value = member(element, of: operand, left, comparison, scope) {
          values.append(value)
        } else {
          isSound = false
        }
      }
      return isSound ? TypedExpr(.isIn(operand, values), .boolean) : nil
    case .range(let lower?, let upper?, _):
      return checkBetween(operand, left, lower, upper, comparison, &scope)
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

  private mutating func member(
    _ element: Expr, of operand: TypedExpr, _ left: Expr, _ comparison: PeriodComparison,
    _ scope: Scope
  ) -> Value? {
    guard let typed = constant(element), let resolved = resolve(typed, element, for: operand) else {
      return nil
    }
    guard let (_, other, _) = unify(TypedExpr(.column(0), operand.type), resolved),
      let value = other.literal
    else {
      mismatch(operand, resolved, left, element)
      return nil
    }
    return isComparable(other, with: operand, comparison, scope) ? value : nil
  }

  private mutating func checkBetween(
    _ operand: TypedExpr, _ left: Expr, _ lower: Expr, _ upper: Expr,
    _ comparison: PeriodComparison, _ scope: inout Scope
  ) -> TypedExpr? {
    let first = check(lower, &scope)
    let last = check(upper, &scope)
    guard let first, let last else { return nil }
    guard let (one, low, type) = comparable(operand, first),
      let (_, high, second) = comparable(operand, last), second.isNumeric == type.isNumeric,
      type.isNumeric || (low.type == one.type && high.type == one.type)
    else {
      mismatch(operand, comparable(operand, first) == nil ? first : last, left, lower)
      return nil
    }
    if operand.type == .text || operand.type == .boolean {
      report("wrong-type", "a range needs numbers, dates or periods", at: lower.range)
      return nil
    }
    guard isComparable(low, with: one, comparison, scope),
      isComparable(high, with: one, comparison, scope)
    else { return nil }
    return TypedExpr(.isBetween(one, low, high), .boolean)
  }
}
