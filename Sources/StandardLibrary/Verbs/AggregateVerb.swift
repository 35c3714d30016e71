import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// The verb of an aggregate: `sum value by theme` names its results like the measures.
  static func aggregating(_ aggregate: Aggregate, _ documentation: UnitDocumentation) -> Verb {
    Verb(
      aggregate.name, items: .expressions, form: .equals,
      clauses: Groups.clauses + AggregateItems.clauses(of: aggregate), documentation
    ) { call, planner in
      guard let keys = Groups.keys(call, &planner),
        let totals = Totals.columns(call, keys: keys, &planner)
      else { return nil }
      var scope = Scope(call.input)
      let items = AggregateItems.resolve(call, aggregate, keys: keys, &planner)
      guard !items.isEmpty else { return nil }
      var calls: [AggregateCall] = []
      var fields: [Field] = []
      for (name, item) in items {
        // Every item is checked, so that all faults are shown at once.
        guard let first = AggregateItems.argument(item, aggregate, call, &scope, &planner),
          let further = AggregateItems.further(aggregate, call, &scope, &planner),
          let typed = planner.completed(
            first + further, of: aggregate, scope, keys: keys,
            at: item?.range ?? call.stage.range)
        else { continue }
        calls.append(AggregateCall(name: name, aggregate: aggregate, arguments: typed))
        var field = Field.computed(
          name, aggregate.resultType(typed.map(\.type)), planner.meaning(of: aggregate, typed))
        if let index = typed.first?.column, index < call.schema.fields.count,
          call.schema.fields[index].name == name
        {
          field.label = call.schema.fields[index].label
          field.description = call.schema.fields[index].description
        }
        fields.append(field)
      }
      guard fields.count == items.count,
        AggregateItems.areDistinct(keys, fields, call, &planner)
      else { return nil }
      return Groups.plan(
        call.input.extended(with: scope), keys: keys, calls: calls, fields: fields,
        totals: totals)
    }
  }
}

/// What an aggregate verb works on.
enum AggregateItems {
  /// The clauses for the arguments behind the first: `quantile value p 0.9`.
  static func clauses(of aggregate: Aggregate) -> [ClauseSignature] {
    aggregate.signature.parameters.dropFirst().map {
      ClauseSignature($0.name, $0.isConstant ? "NUMBER" : "VALUE", .expressions)
    }
  }

  /// The arguments behind the first, nil where a clause was not written; nil when one is wrong.
  static func further(
    _ aggregate: Aggregate, _ call: VerbCall, _ scope: inout Scope, _ planner: inout Planner
  ) -> [TypedExpr?]? {
    var result: [TypedExpr?] = []
    for parameter in aggregate.signature.parameters.dropFirst() {
      guard let items = call.clause(parameter.name) else {
        guard parameter.isOptional else {
          planner.report(
            "missing-argument", "`\(aggregate.name)` needs `\(parameter.name) …`",
            at: call.stage.verb.range, notes: ["`\(call.verb.documentation.synopsis)`"])
          return nil
        }
        result.append(nil)
        continue
      }
      guard let item = planner.single(items, of: call, "value after `\(parameter.name)`"),
        let typed = planner.check(item.value, parameter, call.stage.verb, &scope)
      else { return nil }
      result.append(typed)
    }
    return result
  }

  /// Names of results with their items; without items every measure that is not a key.
  static func resolve(
    _ call: VerbCall, _ aggregate: Aggregate, keys: [Int], _ planner: inout Planner
  ) -> [(name: String, item: Item?)] {
    if !call.items.isEmpty {
      return call.items.map { item in (item.name?.text ?? name(of: item, aggregate), item) }
    }
    if aggregate.signature.parameters.first?.isOptional ?? true { return [(aggregate.name, nil)] }
    planner.report(
      "missing-item", "`\(aggregate.name)` needs a measure", at: call.stage.verb.range,
      label: suggestion(call.schema).map { "as in `\(aggregate.name) \($0)`" },
      notes: ["`\(call.verb.documentation.synopsis)`"])
    return []
  }

  private static func suggestion(_ schema: Schema) -> String? {
    schema.fields.first { $0.role == .measure }?.name
  }

  private static func name(of item: Item, _ aggregate: Aggregate) -> String {
    switch item.value {
    case .name(let name): name.text
    case .literal(.integer(let value), _): String(value)
    default: aggregate.name
    }
  }

  /// The typed arguments: none for `count` of rows.
  static func argument(
    _ item: Item?, _ aggregate: Aggregate, _ call: VerbCall, _ scope: inout Scope,
    _ planner: inout Planner
  ) -> [TypedExpr]? {
    guard let item else { return [] }
    guard let typed = planner.check(item.value, &scope) else { return nil }
    guard let parameter = aggregate.signature.parameters.first else { return [] }
    if case .missing? = typed.literal { return [TypedExpr(typed.node, .number)] }
    guard parameter.types.contains(typed.type) else {
      planner.report(
        "wrong-type", "`\(aggregate.name)` needs numbers, this is \(typed.type.phrase)",
        at: item.range,
        notes: typed.type == .text
          ? ["to count values: `count \(name(of: item, aggregate))`"] : [])
      return nil
    }
    return [typed]
  }

  /// Reports two results, or a result and a key, of one name.
  static func areDistinct(
    _ keys: [Int], _ fields: [Field], _ call: VerbCall, _ planner: inout Planner
  ) -> Bool {
    var seen = Set(keys.map { call.schema.fields[$0].name })
    for field in fields where !seen.insert(field.name).inserted {
      planner.report(
        "name-twice", "two columns would be called `\(field.name)`", at: call.stage.range,
        label: "give one of them another name")
      return false
    }
    return true
  }
}
