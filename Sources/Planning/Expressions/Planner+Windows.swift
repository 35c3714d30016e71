import Columnar
import QuerySyntax
import SourceText

extension Planner {
  mutating func checkWindow(
    _ window: WindowFunction, _ name: Name, _ arguments: [Argument], _ range: SourceRange,
    _ scope: inout Scope
  ) -> TypedExpr? {
    guard scope.allowsWindows else {
      report(
        "misplaced-time-function", "`\(name.text)` compares rows and cannot stand here", at: range,
        notes: ["compute it with `derive` first"])
      return nil
    }
    guard var typed = self.arguments(arguments, window.signature, name, range, &scope) else {
      return nil
    }
    if let place = window.signature.index(of: FilledCells.argument), place < typed.count {
      let isAsked = typed.remove(at: place)?.literal == .boolean(true)
      if !isAsked, let first = typed.first.flatMap({ $0 }) {
        typed[0] = withoutFilled(first, in: scope.schema, asked: "\(FilledCells.argument): true")
      }
    }
    var series = scope.groups ?? []
    var axis: Int?
    var steps: [WindowCall.Step] = []
    switch window.reach {
    case .rows: break
    case .series, .periods:
      guard let time = timeAxis(in: scope.schema, at: range),
        let keys = comparisonSeries(
          givenSeries(scope, time), in: scope.schema, scope.fixed, takesWithin: false,
          at: range),
        isAddable(window, typed.first.flatMap { $0 }, name, scope, at: range)
      else { return nil }
      (series, axis) = (keys.filter { $0 != time }, time)
    }
    if case .periods(let wanted) = window.reach {
      steps = wanted(typed.map { $0?.literal })
      if scope.timeFiltered { note(.priorFilteredOut(name.text + "()")) }
    }
    if case .periods(let count)? = steps.first, count < 1 || count > 10_000 {
      report("wrong-value", "the number of periods must be from 1 to 10000", at: range)
      return nil
    }
    if let axis {
      let isSound = steps.compactMap(\.period).allSatisfy { period in
        isOfAxis(period, scope.schema.fields[axis], at: range)
      }
      guard isSound else { return nil }
    }
    let meaning = windowMeaning(window, typed.first.flatMap { $0 }, steps)
    let call = WindowCall(
      name: "window \(scope.windows.count + 1)", function: window, arguments: typed,
      series: series, axis: axis, steps: steps,
      kindColumn: kindColumn(typed.first.flatMap { $0 }, scope))
    return add(
      call, window.resultType(typed.compactMap { $0?.type }), meaning, to: &scope)
  }

  /// Adds a window column to the scope and gives the expression that reads it.
  package func add(
    _ window: WindowFunction, _ argument: TypedExpr, series: [Int], axis: Int,
    step: WindowCall.Step, to scope: inout Scope
  ) -> TypedExpr {
    add(
      WindowCall(
        name: "window \(scope.windows.count + 1)", function: window, arguments: [argument],
        series: series, axis: axis, steps: [step], kindColumn: kindColumn(argument, scope)),
      window.resultType([argument.type]), windowMeaning(window, argument, [step]), to: &scope)
  }

  /// Adds a window column with what it measures.
  func add(
    _ call: WindowCall, _ type: DataType, _ meaning: ColumnMeaning, to scope: inout Scope
  ) -> TypedExpr {
    scope.windows.append(call)
    scope.windowFields.append(Field.computed(call.name, type, meaning))
    let position = scope.schema.fields.count + scope.windows.count - 1
    return TypedExpr(.column(position), type, meaning: meaning)
  }

  /// What names a series: the keys by role. Where those are not known it is what `by` names, unless
  /// a group is one period.
  private func givenSeries(_ scope: Scope, _ axis: Int) -> [Int]? {
    guard let groups = scope.groups, !groups.contains(axis),
      scope.schema.fields(.candidateKey).contains(where: { !scope.fixed.contains($0.name) })
    else { return nil }
    return groups
  }

  private func kindColumn(_ argument: TypedExpr?, _ scope: Scope) -> Int? {
    guard let measure = argument?.meaning.measure, measure.kind == .mixed else { return nil }
    return measure.kindColumn.flatMap { scope.schema.index(of: $0) }
  }

  /// Whether values of several periods may be added; reports when they may not.
  private mutating func isAddable(
    _ window: WindowFunction, _ argument: TypedExpr?, _ name: Name, _ scope: Scope,
    at range: SourceRange
  ) -> Bool {
    guard window.meaning == .total, let kind = argument?.meaning.measure?.kind else { return true }
    if !kind.isAdditive {
      report(
        "not-additive", "\(kind.phrase.one) cannot be added", at: range,
        notes: ["`rolling_mean` gives the mean of several periods"])
      return false
    }
    guard kind == .count(stock: true) else { return true }
    report(
      "stock-over-time", "a standing number cannot be added over time", at: range,
      label: "the same things would be counted again in each period",
      notes: ["`rolling_mean` gives the mean of several periods; `change` the increase in each"])
    return false
  }

  private func windowMeaning(
    _ window: WindowFunction, _ argument: TypedExpr?, _ steps: [WindowCall.Step]
  ) -> ColumnMeaning {
    var result = argument?.meaning ?? ColumnMeaning()
    result.domain = nil
    // Margins are those of the row's own value.
    result.measure?.lower = nil
    result.measure?.upper = nil
    result.measure?.observations = nil
    let kind = argument?.meaning.measure?.kind
    switch window.meaning {
    case .same, .total: break
    case .difference:
      if kind == .percentage {
        result.unit = MeasureUnit("procentpunt")
        result.measure = Measure(.undeclared)
      } else if kind == .cumulative || kind == .count(stock: true) {
        result.measure = Measure(.count(stock: false))
      }
    case .relative:
      result.unit = MeasureUnit("%")
      result.measure = Measure(.undeclared)
      result.decimals = nil
    case .index:
      result.unit = nil
      if case .at(let period)? = steps.first { result.unit = MeasureUnit("\(period.text) = 100") }
      result.measure = Measure(.index)
      result.decimals = nil
    case .ordinal:
      result = ColumnMeaning()
      result.isOrdinal = true
    }
    return result
  }
}
