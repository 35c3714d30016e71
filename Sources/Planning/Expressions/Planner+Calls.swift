package import Columnar
import QuerySyntax
import SourceText

extension Planner {
  mutating func checkCall(
    _ name: Name, _ arguments: [Argument], _ range: SourceRange, _ scope: inout Scope
  ) -> TypedExpr? {
    if let function = definitions.functions[name.text] {
      return expand(function, name, arguments, range, &scope)
    }
    if let aggregate = registry.aggregate(name.text) {
      return checkAggregate(aggregate, name, arguments, range, &scope)
    }
    if let window = registry.window(name.text) {
      return checkWindow(window, name, arguments, range, &scope)
    }
    guard let function = registry.function(name.text) else {
      let names = registry.callNames + definitions.functions.keys.sorted()
      let isVerb = registry.verb(name.text) != nil
      report(
        "unknown-function", "no function `\(name.text)`", at: name.range,
        label: suggestion(name.text, among: names),
        notes: isVerb ? ["`\(name.text)` is a verb: it follows `|`"] : [])
      return nil
    }
    guard let typed = self.arguments(arguments, function.signature, name, range, &scope) else {
      return nil
    }
    let values = typed.compactMap { $0 }
    var meaning = ColumnMeaning()
    switch function.meaning {
    case .same:
      meaning = values.first?.meaning ?? meaning
      meaning.decimals = nil
      meaning.domain = nil
    case .ordinal: meaning.isOrdinal = true
    case .other: break
    }
    return TypedExpr(
      .call(function, values), function.resultType(values.map(\.type)), meaning: meaning)
  }

  /// The arguments in the order of the signature, nil for an optional one left out. Nil when a
  /// fault was reported.
  mutating func arguments(
    _ given: [Argument], _ signature: Signature, _ name: Name, _ range: SourceRange,
    _ scope: inout Scope
  ) -> [TypedExpr?]? {
    var isSound = true
    var result: [TypedExpr?] = Array(repeating: nil, count: signature.parameters.count)
    var position = 0
    for argument in given {
      let slot: Int
      if let label = argument.label {
        guard let index = signature.parameters.firstIndex(where: { $0.name == label.text }) else {
          let names = signature.parameters.map(\.name)
          report(
            "unknown-argument", "`\(name.text)` has no argument `\(label.text)`", at: label.range,
            label: suggestion(label.text, among: names),
            notes: ["`\(name.text)\(signature.text)`"])
          isSound = false
          continue
        }
        slot = index
      } else {
        let positional = signature.parameters.indices.filter {
          !signature.parameters[$0].isLabelled
        }
        guard position < positional.count || signature.isVariadic, let last = positional.last else {
          report(
            "too-many-arguments", "`\(name.text)` takes no further argument",
            at: argument.value.range, notes: ["`\(name.text)\(signature.text)`"])
          return nil
        }
        slot = position < positional.count ? positional[position] : last
        position += 1
      }
      let parameter = signature.parameters[slot]
      guard let typed = check(argument.value, parameter, name, &scope) else {
        isSound = false
        continue
      }
      if slot < result.count, result[slot] == nil { result[slot] = typed } else { result.append(typed) }
    }
    let left = signature.parameters.indices.filter {
      result[$0] == nil && !signature.parameters[$0].isOptional
    }
    if isSound, let missing = left.first {
      report(
        "missing-argument", "`\(name.text)` needs `\(signature.parameters[missing].name)`",
        at: range, notes: ["`\(name.text)\(signature.text)`"])
      return nil
    }
    return isSound ? result : nil
  }

  private mutating func check(
    _ expr: Expr, _ parameter: Signature.Parameter, _ name: Name, _ scope: inout Scope
  ) -> TypedExpr? {
    let typed = parameter.isConstant ? constant(expr) : check(expr, &scope)
    guard let typed else { return nil }
    if case .missing(let reason)? = typed.literal {
      let type = DataType.allCases.first { parameter.types.contains($0) } ?? typed.type
      return TypedExpr(.literal(.missing(reason)), type)
    }
    if parameter.types.contains(typed.type) { return typed }
    if typed.type == .integer, parameter.types.contains(.number) {
      return widened(typed, to: .number)
    }
    if typed.type == .integer, parameter.types.contains(.period),
      case .integer(let year)? = typed.literal, (1...9999).contains(year)
    {
      return TypedExpr(.literal(.period(.year(Int(year)))), .period)
    }
    let wanted = DataType.allCases.filter { parameter.types.contains($0) }.map(\.phrase)
    report(
      "wrong-type",
      "`\(name.text)` needs \(wanted.joined(separator: " or ")) for `\(parameter.name)`",
      at: expr.range, label: "this is \(typed.type.phrase)")
    return nil
  }

  private mutating func checkAggregate(
    _ aggregate: Aggregate, _ name: Name, _ arguments: [Argument], _ range: SourceRange,
    _ scope: inout Scope
  ) -> TypedExpr? {
    guard case .over(let keys) = scope.aggregation else {
      report(
        "misplaced-aggregate", "`\(name.text)` combines many rows and has no group here",
        at: range, label: "use it in `summarise`, or as a verb",
        notes: ["`summarise x = \(name.text)(…) by …`, `\(name.text) … by …`"])
      return nil
    }
    var inner = scope
    inner.aggregation = .forbidden
    guard let typed = self.arguments(arguments, aggregate.signature, name, range, &inner) else {
      return nil
    }
    scope.windows = inner.windows
    scope.windowFields = inner.windowFields
    let values = typed.compactMap { $0 }
    guard allows(aggregate, values, keys: keys, scope, at: range) else { return nil }
    let call = AggregateCall(
      name: "\(name.text)_\(scope.calls.count + 1)", aggregate: aggregate, arguments: values)
    scope.calls.append(call)
    let type = aggregate.resultType(values.map(\.type))
    let meaning = meaning(of: aggregate, values)
    return TypedExpr(.column(keys.count + scope.calls.count - 1), type, meaning: meaning)
  }

  /// What an aggregate's result measures.
  package func meaning(of aggregate: Aggregate, _ arguments: [TypedExpr]) -> ColumnMeaning {
    var result = ColumnMeaning()
    switch aggregate.meaning {
    case .total, .typical:
      if let first = arguments.first {
        result.measure = first.meaning.measure
        result.unit = first.meaning.unit
        result.decimals = aggregate.meaning == .total ? first.meaning.decimals : nil
        if first.type == .text { result = first.meaning }
      }
      if result.measure == nil, arguments.first?.type.isNumeric ?? false {
        result.measure = Measure(.undeclared)
      }
    case .count: result.measure = Measure(.count(stock: false))
    case .other: result.measure = Measure(.undeclared)
    }
    return result
  }

  private mutating func checkWindow(
    _ window: WindowFunction, _ name: Name, _ arguments: [Argument], _ range: SourceRange,
    _ scope: inout Scope
  ) -> TypedExpr? {
    guard scope.allowsWindows else {
      report(
        "misplaced-time-function", "`\(name.text)` compares rows and cannot stand here", at: range,
        notes: ["compute it with `derive` first"])
      return nil
    }
    guard let typed = self.arguments(arguments, window.signature, name, range, &scope),
      let argument = typed[0]
    else { return nil }
    var step = WindowCall.Step.periods(1)
    if typed.count > 1, let literal = typed[1]?.literal {
      switch literal {
      case .integer(let count): step = .periods(Int(clamping: count))
      case .period(let period): step = .at(period)
      case .missing, .boolean, .number, .text, .date: break
      }
    }
    if case .periods(let count) = step, count < 1 || count > 10_000 {
      report("wrong-value", "the number of periods must be from 1 to 10000", at: range)
      return nil
    }
    guard let series = comparisonSeries(
      scope.series, in: scope.schema, scope.fixed, takesWithin: false, at: range),
      let axis = timeAxis(in: scope.schema, at: range)
    else { return nil }
    return add(window, argument, series: series, axis: axis, step: step, to: &scope)
  }

  /// Adds a window column to the scope and gives the expression that reads it.
  package func add(
    _ window: WindowFunction, _ argument: TypedExpr, series: [Int], axis: Int,
    step: WindowCall.Step, to scope: inout Scope
  ) -> TypedExpr {
    let type = window.resultType(argument.type)
    let meaning = windowMeaning(window, argument)
    let field = Field.computed("window \(scope.windows.count + 1)", type, meaning)
    scope.windows.append(
      WindowCall(
        name: field.name, function: window, argument: argument, series: series, axis: axis,
        step: step))
    scope.windowFields.append(field)
    let position = scope.schema.fields.count + scope.windows.count - 1
    return TypedExpr(.column(position), type, meaning: meaning)
  }

  private func windowMeaning(_ window: WindowFunction, _ argument: TypedExpr) -> ColumnMeaning {
    var result = argument.meaning
    result.domain = nil
    switch window.meaning {
    case .same: break
    case .difference:
      if argument.meaning.measure?.kind == .percentage {
        result.unit = MeasureUnit("procentpunt")
        result.measure = Measure(.undeclared)
      } else if argument.meaning.measure?.kind == .cumulative {
        result.measure = Measure(.count(stock: false))
      }
    case .relative:
      result.unit = MeasureUnit("%")
      result.measure = Measure(.undeclared)
      result.decimals = nil
    }
    return result
  }
}

extension Field {
  /// A column of an expression: a measure when the expression measures something.
  package static func computed(_ name: String, _ type: DataType, _ meaning: ColumnMeaning)
    -> Field
  {
    let isMeasure = meaning.measure != nil || (type.isNumeric && !meaning.isOrdinal)
    var field = Field(name, type, role: isMeasure ? .measure : .note)
    if isMeasure { field.measure = meaning.measure ?? Measure(.undeclared) }
    field.unit = meaning.unit
    field.decimals = meaning.decimals
    field.entity = meaning.entity
    field.domain = meaning.domain
    return field
  }
}
