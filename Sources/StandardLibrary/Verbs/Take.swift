import Planning
import QuerySyntax

extension Verb {
  /// Keeps the first rows.
  static let take = Verb(
    "take", items: .values, keepsColumns: true,
    UnitDocumentation(
      "take N", "Keeps the first N rows.", examples: ["population | take 5"])
  ) { call, planner in
    guard let item = planner.single(call.items, of: call, "number of rows"),
      let count = planner.wholeNumber(item, "the number of rows", atLeast: 0)
    else { return nil }
    return LogicalPlan(
      .limit(call.input, skip: 0, take: count), schema: call.schema, fixed: call.input.fixed,
      timeFiltered: call.input.timeFiltered)
  }
}
