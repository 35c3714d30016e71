import Planning
import QuerySyntax

extension Verb {
  /// Passes over the first rows.
  static let skip = Verb(
    "skip", items: .values, keepsColumns: true,
    UnitDocumentation(
      "skip N", "Passes over the first N rows.", examples: ["population | skip 5 | take 5"])
  ) { call, planner in
    guard let item = planner.single(call.items, of: call, "number of rows"),
      let count = planner.wholeNumber(item, "the number of rows", atLeast: 0)
    else { return nil }
    return LogicalPlan(
      .limit(call.input, skip: count, take: nil), schema: call.schema, fixed: call.input.fixed,
      timeFiltered: call.input.timeFiltered)
  }
}
