package import Columnar
package import QuerySyntax
import SourceText

extension Planner {
  /// A value that does not depend on any row; reports when it is none.
  package mutating func constant(_ expr: Expr) -> TypedExpr? {
    if case .name(let name) = expr {
      report(
        "not-constant", "this must be a value known before data is read", at: name.range,
        label: definitions.values[name.text] == nil
          ? "a name stands for a column" : "write `$\(name.text)`")
      return nil
    }
    var scope = Scope()
    guard let typed = check(expr, &scope) else { return nil }
    guard typed.literal != nil else {
      report("not-constant", "this must be a value known before data is read", at: expr.range)
      return nil
    }
    return typed
  }

  /// How deep expressions may stand in one another once `def`s are put in: bounds the stack of
  /// everything that walks them. One without `def`s is never as deep.
  private static let deepestExpression = 350

  /// The typed form of an expression; nil when a fault was reported.
  package mutating func check(_ expr: Expr, _ scope: inout Scope) -> TypedExpr? {
    guard scope.depth < Self.deepestExpression, !scope.isTooDeep else {
      return tooDeep(expr.range, &scope)
    }
    scope.depth += 1
    defer { scope.depth -= 1 }
    switch expr {
    case .literal(let literal, _):
      noteThousands(literal)
      let value = literal.value
      return TypedExpr(.literal(value), value.type ?? .text)
    case .name(let name): return checkName(name, &scope)
    case .parameter(let name): return checkParameter(name)
    case .unary(let unary, let operand, let range): return checkUnary(unary, operand, range, &scope)
    case .binary(let binary, let left, let right, _):
      return checkBinary(binary, left, right, expr.range, &scope)
    case .test(let operand, let negated, let word, _):
      return checkTest(operand, negated, word, &scope)
    case .conditional(let condition, let positive, let negative, _):
      return checkConditional(condition, positive, negative, expr.range, &scope)
    case .call(let name, let arguments, let range):
      return checkCall(name, arguments, range, &scope)
    case .range(.literal(.period(let first), _), .literal(.period(let last), _), let range):
      return span(first, last, range)
    case .range(_, _, let range):
      report(
        "misplaced-range", "a range stands only after `in` or in a list of columns", at: range,
        notes: ["`year in 2015..2024`"])
      return nil
    case .list(_, let range):
      report("misplaced-list", "a list stands only after `in`", at: range)
      return nil
    case .table(_, let range):
      report(
        "misplaced-table", "a table cannot be used as a value here", at: range,
        notes: ["keep it with `let n = (…)`; a table of one cell is then the value `$n`"])
      return nil
    case .invalid: return nil
    }
  }

  /// Reports once that an expression is too deep; what is left of it is not read.
  private mutating func tooDeep(_ range: SourceRange, _ scope: inout Scope) -> TypedExpr? {
    guard !scope.isTooDeep else { return nil }
    scope.isTooDeep = true
    report(
      "nested-too-deeply", "this expression is nested too deeply", at: range,
      notes: [
        "at most \(Self.deepestExpression) deep, with `def`s put in; use `derive` for parts of it"
      ])
    return nil
  }

  /// `@2014..@2019` as a value; after `in` it is a range of periods.
  private mutating func span(_ first: Period, _ last: Period, _ range: SourceRange) -> TypedExpr? {
    guard first.granularity == last.granularity, first.first <= last.last else {
      report(
        "wrong-span", "a span runs from an earlier period to a later one of the same length",
        at: range, notes: ["`@2014..@2019`, `@2020-02..@2021-01`"])
      return nil
    }
    let span = Period(first.granularity, first.first, last.last)
    return TypedExpr(.literal(.period(span)), .period)
  }

  /// Says that `1.000` is one: a number of three decimals may be meant as a number of thousands.
  private mutating func noteThousands(_ literal: Literal) {
    guard case .number(_, let written) = literal else { return }
    let parts = written.split(separator: ".")
    guard parts.count == 2, parts[1].utf8.count == 3, (1...3).contains(parts[0].utf8.count),
      parts[0].first != "0"
    else { return }
    note(
      Note(
        code: "thousands-point",
        dutch: "\(written) is \(parts[0]) met drie decimalen; duizendtallen hebben geen punt: "
          + "\(parts[0])\(parts[1])",
        english: "\(written) is \(parts[0]) with three decimals; thousands have no point: "
          + "\(parts[0])\(parts[1])"))
  }

  private mutating func checkName(_ name: Name, _ scope: inout Scope) -> TypedExpr? {
    if let binding = scope.bindings[name.text] { return checkBinding(binding, &scope) }
    if scope.namesValues { return checkParameter(name) }
    guard let index = scope.schema.index(of: name.text) else {
      if registry.callNames.contains(name.text), !isUncertain {
        report(
          "function-without-brackets", "no column `\(name.text)`", at: name.range,
          label: "the function is called as `\(name.text)(…)`",
          notes: ["columns here: " + ColumnList.text(scope.schema)])
      } else {
        unknownColumn(name, in: scope.schema)
      }
      return nil
    }
    let field = scope.schema.fields[index]
    let meaning = ColumnMeaning(field)
    guard case .over(let keys) = scope.aggregation else {
      return TypedExpr(.column(index), field.type, meaning: meaning)
    }
    guard let position = keys.firstIndex(of: index) else {
      report(
        "not-aggregated", "`\(name.text)` has many values in a group", at: name.range,
        label: "put it inside an aggregate or behind `by`",
        notes: ["`max(\(name.text))`, `sum(\(name.text))`, or `by \(name.text)`"])
      return nil
    }
    return TypedExpr(.column(position), field.type, meaning: meaning)
  }

  private mutating func checkParameter(_ name: Name) -> TypedExpr? {
    if let value = definitions.values[name.text] {
      values += value.keptTables
      return value
    }
    if let kept = definitions.kept[name.text] {
      guard kept.schema.fields.count == 1, let field = kept.schema.fields.first else {
        report(
          "not-a-value", "`\(name.text)` is a table with \(kept.schema.fields.count) columns",
          at: name.range, label: "`$` stands for a table of one cell",
          notes: ["its columns: " + kept.schema.names.joined(separator: ", ")])
        return nil
      }
      values.append(kept)
      return TypedExpr(.kept(kept), field.type, meaning: ColumnMeaning(field))
    }
    guard !failedNames.contains(name.text) else { return nil }
    let names = (Array(definitions.values.keys) + Array(definitions.kept.keys)).sorted()
    report(
      "unknown-parameter", "no param or `let` `$\(name.text)`", at: name.range,
      label: Suggestion.nearest(to: name.text, among: names).map { "did you mean `$\($0)`?" },
      notes: names.isEmpty
        ? ["define it with `param \(name.text): text = \"…\"` or `let \(name.text) = …`"]
        : ["values here: " + names.map { "$" + $0 }.joined(separator: ", ")])
    return nil
  }

  /// A condition: a boolean expression, or the literal `missing`, which has no type of its own.
  package mutating func condition(_ expr: Expr, _ scope: inout Scope) -> TypedExpr? {
    guard let typed = check(expr, &scope) else { return nil }
    if case .missing(let reason)? = typed.literal {
      return TypedExpr(.literal(.missing(reason)), .boolean)
    }
    guard typed.type == .boolean else {
      report(
        "wrong-type", "a condition is true or false, this is \(typed.type.phrase)", at: expr.range,
        notes: typed.type == .text ? ["compare it: `x = \"…\"`"] : ["compare it: `x > 0`"])
      return nil
    }
    return typed
  }

  private mutating func checkConditional(
    _ condition: Expr, _ positive: Expr, _ negative: Expr, _ range: SourceRange,
    _ scope: inout Scope
  ) -> TypedExpr? {
    let test = self.condition(condition, &scope)
    let left = check(positive, &scope)
    let right = check(negative, &scope)
    guard let test, let left, let right else { return nil }
    guard let (first, second, type) = unify(left, right) else {
      report(
        "wrong-type", "both outcomes must have one type", at: range,
        label: "\(left.type.phrase) and \(right.type.phrase)")
      return nil
    }
    return TypedExpr(.conditional(test, first, second), type, meaning: first.meaning(or: second))
  }

  private mutating func checkTest(
    _ operand: Expr, _ negated: Bool, _ word: Name, _ scope: inout Scope
  ) -> TypedExpr? {
    guard let typed = check(operand, &scope) else { return nil }
    var reason: MissingReason?
    if word.text != "missing" {
      guard let found = MissingReason(name: word.text) else {
        let names = MissingReason.allCases.map(\.name)
        report(
          "unknown-reason", "`\(word.text)` is not a reason for a missing value", at: word.range,
          label: ForeignWords.value(word.text).map { "write \($0)" }
            ?? suggestion(word.text, among: names + ["missing"]),
          notes: ["reasons: " + names.joined(separator: ", ")])
        return nil
      }
      reason = found
    }
    let test = TypedExpr(.isMissing(typed, reason), .boolean)
    return negated ? TypedExpr(.not(test), .boolean) : test
  }
}

extension DataType {
  /// With its article, for messages.
  package var phrase: String {
    switch self {
    case .integer: "an integer"
    case .boolean, .number, .text, .date, .period: "a \(rawValue)"
    }
  }
}
