import Columnar
package import QuerySyntax
package import SourceText

extension Planner {
  /// The condition of an assertion: about all rows together when it has an aggregate, else about
  /// each row. Nil when a fault was reported.
  package mutating func assertion(_ expr: Expr, _ input: LogicalPlan) -> (
    condition: TypedExpr, scope: Scope, isOfRows: Bool
  )? {
    let before = diagnostics.count
    var together = Scope(input)
    together.aggregate(over: [])
    let condition = condition(expr, &together)
    let isOfRows =
      together.calls.isEmpty && diagnostics.count > before
      && diagnostics[before...].allSatisfy {
        ["not-aggregated", "misplaced-time-function"].contains($0.code)
      }
    guard isOfRows else { return condition.map { ($0, together, false) } }
    diagnostics.removeSubrange(before...)
    var apart = Scope(input)
    return self.condition(expr, &apart).map { ($0, apart, true) }
  }

  mutating func checkAggregate(
    _ aggregate: Aggregate, _ name: Name, _ arguments: [Argument], _ range: SourceRange,
    _ scope: inout Scope
  ) -> TypedExpr? {
    let keys: [Int]
    switch scope.aggregation {
    case .over(let given), .repeated(let given): keys = given
    case .forbidden:
      report(
        "misplaced-aggregate", "`\(name.text)` combines many rows and has no group here",
        at: range, label: "use it in `summarise`, or as a verb",
        notes: [
          "`summarise x = \(name.text)(…) by …`, `\(name.text) … by …`, "
            + "`derive x = \(name.text)(…) by …`"
        ])
      return nil
    }
    var inner = scope
    inner.aggregation = .forbidden
    guard let typed = self.arguments(arguments, aggregate.signature, name, range, &inner) else {
      return nil
    }
    scope.windows = inner.windows
    scope.windowFields = inner.windowFields
    guard let values = completed(typed, of: aggregate, scope, keys: keys, at: range) else {
      return nil
    }
    let type = aggregate.resultType(values.map(\.type))
    let meaning = meaning(of: aggregate, values)
    if case .repeated = scope.aggregation {
      return add(
        WindowCall(
          name: "window \(scope.windows.count + 1)", function: aggregate.repeated,
          arguments: values, series: keys, axis: nil, steps: []),
        type, meaning, to: &scope)
    }
    scope.calls.append(
      AggregateCall(
        name: "\(name.text)_\(scope.calls.count + 1)", aggregate: aggregate, arguments: values))
    return TypedExpr(.column(keys.count + scope.calls.count - 1), type, meaning: meaning)
  }

  /// The arguments an aggregate is computed of: those given, with the declared weight and the time
  /// axis where it needs them. Nil when combining the rows of a group has no meaning.
  package mutating func completed(
    _ given: [TypedExpr?], of aggregate: Aggregate, _ scope: Scope, keys: [Int],
    at range: SourceRange
  ) -> [TypedExpr]? {
    var given = given
    if let place = aggregate.signature.index(of: "weight"), place < given.count {
      switch given[place]?.literal {
      case .integer(1), .number(1): given[place] = nil
      case nil where given[place] == nil && aggregate.usesDeclaredWeight:
        given[place] = declaredWeight(of: given.first.flatMap { $0 }, scope)
      case nil, .missing, .boolean, .integer, .number, .text, .date, .period: break
      }
    }
    var values = given.compactMap { $0 }
    guard allows(aggregate, values, keys: keys, scope, at: range) else { return nil }
    if aggregate.followsTime,
      let axis = scope.schema.fields.firstIndex(where: { $0.role == .time })
    {
      values.append(TypedExpr(.column(axis), scope.schema.fields[axis].type))
    }
    return values
  }

  /// The column that weighs a measure by its declaration, which a note says.
  private mutating func declaredWeight(of argument: TypedExpr?, _ scope: Scope) -> TypedExpr? {
    guard let argument, let weight = argument.meaning.measure?.weight else { return nil }
    let name =
      argument.column.flatMap {
        $0 < scope.schema.fields.count ? scope.schema.fields[$0].name : nil
      } ?? "x"
    guard let index = scope.schema.index(of: weight), scope.schema.fields[index].type.isNumeric
    else {
      note(
        Note(
          code: "unweighted-mean",
          dutch: "gemiddelde van \(name) ongewogen: de kolom \(weight) is er niet meer",
          english: "mean of \(name) without weights: the column \(weight) is no longer there"))
      return nil
    }
    note(
      Note(
        code: "weighted-mean",
        dutch: "gemiddelde van \(name) gewogen met \(weight) "
          + "(weight: 1 geeft het gewone gemiddelde)",
        english: "mean of \(name) weighted by \(weight) (weight: 1 gives the plain mean)"))
    return TypedExpr(.column(index), scope.schema.fields[index].type)
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
        // The smallest of texts or years is a text or a year; their mean is a number.
        let isValue = aggregate.meaning == .typical && aggregate.resultType([first.type]) != .number
        if !first.type.isNumeric || (isValue && first.meaning.isOrdinal) { result = first.meaning }
      }
      if result.measure == nil, !result.isOrdinal, arguments.first?.type.isNumeric ?? false {
        result.measure = Measure(.undeclared)
      }
    case .spread:
      result.measure = Measure(.undeclared)
      result.unit = arguments.first?.meaning.unit
    case .count: result.measure = Measure(.count(stock: false))
    case .other: result.measure = Measure(.undeclared)
    }
    return result
  }
}

extension Aggregate {
  /// The aggregate of the row's group, repeated on each of its rows.
  var repeated: WindowFunction {
    WindowFunction(
      name, signature, documentation, reach: .rows(order: nil), meaning: .same, result: resultType
    ) { frame in
      let arguments = frame.arguments.compactMap { $0 }
      var groups = [UInt32](repeating: 0, count: frame.count)
      for (number, rows) in frame.groups.enumerated() {
        for row in rows { groups[row] = UInt32(number) }
      }
      var state = makeState(arguments.map(\.type))
      state.update(arguments, groups: groups, count: frame.groups.count)
      do {
        return try state.result(count: frame.groups.count).gather(groups.map { Int($0) })
      } catch let fault as EvaluationFault {
        let rows = fault.row < frame.groups.count ? frame.groups[fault.row] : []
        throw EvaluationFault(
          code: fault.code, fault.message, row: rows.first ?? 0, notes: fault.notes)
      }
    }
  }
}
