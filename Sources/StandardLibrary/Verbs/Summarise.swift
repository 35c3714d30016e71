import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Makes one row of each group with named aggregates.
  static let summarise = Verb(
    "summarise", aliases: ["summarize"], items: .expressions, form: .equals,
    clauses: Groups.clauses,
    UnitDocumentation(
      "summarise NAME = AGGREGATE(…), … by KEY, … with totals",
      "Makes one row of each group, with expressions over aggregates.",
      details: ["Without `by` all rows are one group.", Totals.rule],
      examples: [
        "population | where year = 2022 "
          + "| summarise municipalities = count(), largest = max(inhabitants) by province",
        "population | where year >= 2022 "
          + "| summarise people = sum(inhabitants) by province, year with totals | take 4",
      ])
  ) { call, planner in
    guard let keys = Groups.keys(call, &planner),
      let totals = Totals.columns(call, keys: keys, &planner)
    else { return nil }
    guard !call.items.isEmpty else {
      _ = planner.single([], of: call, "an item `name = aggregate(…)`")
      return nil
    }
    var scope = Scope(call.input)
    scope.aggregate(over: keys)
    var results: [(name: String, expr: TypedExpr)] = []
    for item in call.items {
      guard let name = item.name else {
        planner.report(
          "expected-definition", "`summarise` needs a name for this", at: item.range,
          label: planner.decimalComma(item) ?? Derivation.meant(item))
        continue
      }
      guard let typed = planner.check(item.value, &scope) else { continue }
      results.append((name.text, typed))
    }
    guard results.count == call.items.count else { return nil }
    let fields = results.map { Field.computed($0.name, $0.expr.type, $0.expr.meaning) }
    guard AggregateItems.areDistinct(keys, fields, call, &planner) else { return nil }
    return Summary.plan(call, keys: keys, totals: totals, scope, results)
  }
}

/// The grouping of a summary and the expressions over it.
enum Summary {
  static func plan(
    _ call: VerbCall, keys: [Int], totals: [Int], _ scope: Scope,
    _ results: [(name: String, expr: TypedExpr)]
  ) -> LogicalPlan {
    let fields = scope.calls.map { aggregate in
      Field(aggregate.name, aggregate.aggregate.resultType(aggregate.arguments.map(\.type)))
    }
    let grouped = Groups.plan(
      call.input.extended(with: scope), keys: keys, calls: scope.calls, fields: fields,
      totals: totals)
    var columns = keys.indices.map { index in
      let field = grouped.schema.fields[index]
      return (
        field: field, expr: TypedExpr(.column(index), field.type, meaning: ColumnMeaning(field))
      )
    }
    columns += results.map { result in
      (field: Field.computed(result.name, result.expr.type, result.expr.meaning), expr: result.expr)
    }
    return grouped.projected(columns)
  }
}
