import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Stops the script when a condition does not hold.
  static let assert = Verb(
    "assert", items: .expressions, keepsColumns: true,
    UnitDocumentation(
      "assert CONDITION, \"MESSAGE\"",
      "Stops the script with exit code 3 when a condition does not hold.",
      details: [
        "With an aggregate the condition is about all rows together; without one it has to hold in "
          + "every row, and the first in which it does not is named.",
        "A condition decided by a missing value does not hold. The rows are passed on unchanged.",
      ],
      examples: [
        #"population | assert count() > 0, "no rows" | take 1"#,
        #"population | assert inhabitants > 0, "a municipality without inhabitants" | take 1"#,
      ])
  ) { call, planner in
    guard let item = call.items.first else {
      _ = planner.single([], of: call, "condition")
      return nil
    }
    let checked = planner.assertion(item.value, call.input)
    var message = "the assertion does not hold"
    if call.items.count > 1 {
      guard let text = planner.text(call.items[1], "the message") else { return nil }
      message = text
    }
    if call.items.count > 2 {
      planner.report(
        "too-many-items", "`assert` takes a condition and a message", at: call.items[2].range)
    }
    guard let checked else { return nil }
    let extended = call.input.extended(with: checked.scope)
    return LogicalPlan(
      .assert(
        checked.isOfRows ? extended : call.input,
        Assertion(
          calls: checked.scope.calls, condition: checked.condition, isOfRows: checked.isOfRows,
          message: message, file: planner.file, range: item.range)),
      schema: checked.isOfRows ? extended.schema : call.schema, fixed: call.input.fixed,
      timeFiltered: call.input.timeFiltered
    ).restricted(to: call.schema)
  }
}
