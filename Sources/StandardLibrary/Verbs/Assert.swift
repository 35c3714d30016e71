import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Stops the script when a condition does not hold.
  static let assert = Verb(
    "assert", items: .expressions, keepsColumns: true,
    UnitDocumentation(
      "assert CONDITION, \"MESSAGE\"",
      "Stops the script with exit code 3 when a condition over all rows does not hold.",
      details: ["The rows are passed on unchanged."],
      examples: [#"population | assert count() > 0, "no rows" | take 1"#])
  ) { call, planner in
    guard let item = call.items.first else {
      _ = planner.single([], of: call, "condition")
      return nil
    }
    var scope = Scope(call.input)
    scope.aggregate(over: [])
    let condition = planner.condition(item.value, &scope)
    var message = "the assertion does not hold"
    if call.items.count > 1 {
      guard let text = planner.text(call.items[1], "the message") else { return nil }
      message = text
    }
    if call.items.count > 2 {
      planner.report(
        "too-many-items", "`assert` takes a condition and a message", at: call.items[2].range)
    }
    guard let condition else { return nil }
    return LogicalPlan(
      .assert(
        call.input,
        Assertion(
          calls: scope.calls, condition: condition, message: message, file: planner.file,
          range: item.range)),
      schema: call.schema, fixed: call.input.fixed, timeFiltered: call.input.timeFiltered)
  }
}
