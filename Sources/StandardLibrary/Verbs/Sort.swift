import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Orders rows.
  static let sort = Verb(
    "sort", items: .expressions, keepsColumns: true,
    UnitDocumentation(
      "sort KEY, -KEY, …", "Orders rows by values; `-x` is descending for any type.",
      details: [
        "The order is stable and missing values come last in either direction.",
        "Texts are ordered without regard to case, accents after letters; codes by their labels.",
      ],
      examples: ["population | where year = 2023 | sort -inhabitants | take 3"])
  ) { call, planner in
    guard !call.items.isEmpty else {
      _ = planner.single([], of: call, "columns to sort by")
      return nil
    }
    var scope = Scope(call.input)
    var keys: [SortKey] = []
    for item in call.items where !isMissingComma(item.value, call, &planner) {
      var expr = item.value
      var isDescending = false
      if case .unary(.negate, let inner, _) = expr {
        expr = inner
        isDescending = true
      }
      guard let typed = planner.orderingValue(expr, &scope) else { continue }
      keys.append(SortKey(typed, descending: isDescending))
    }
    guard keys.count == call.items.count else { return nil }
    let extended = call.input.extended(with: scope)
    return LogicalPlan(
      .sort(extended, keys), schema: extended.schema, fixed: call.input.fixed,
      timeFiltered: call.input.timeFiltered
    ).restricted(to: call.schema)
  }

  /// Whether `name -year` was meant to be two keys: a text, of which nothing can be subtracted, and a
  /// column after a minus. Reports the comma that is missing.
  private static func isMissingComma(
    _ expr: Expr, _ call: VerbCall, _ planner: inout Planner
  ) -> Bool {
    guard case .binary(.subtract, .name(let left), .name(let right), _) = expr,
      let first = call.schema.fields.first(where: { $0.name == left.text }), !first.type.isNumeric,
      call.schema.fields.contains(where: { $0.name == right.text })
    else { return false }
    planner.report(
      "missing-comma", "a comma is missing between two keys", at: expr.range,
      label: "write `sort \(left.text), -\(right.text)`")
    return true
  }
}
