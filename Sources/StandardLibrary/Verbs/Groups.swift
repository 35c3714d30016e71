import Columnar
import Planning
import QuerySyntax

/// Building the plan of verbs that aggregate.
enum Groups {
  /// The clauses of every verb that aggregates.
  static let clauses = [ClauseSignature("by", "KEY, …", .columns)]

  /// Positions of the columns named after `by`.
  static func keys(_ call: VerbCall, _ planner: inout Planner) -> [Int]? {
    guard let items = call.clause("by") else { return [] }
    let before = planner.diagnostics.count
    let columns = planner.columns(items, in: call.schema)
    // With a key less the verb would mean something else: no further fault follows from that.
    return planner.diagnostics.count == before ? columns : nil
  }

  /// Rows grouped by keys: keys and time are what `by` names.
  static func plan(
    _ input: LogicalPlan, keys: [Int], calls: [AggregateCall], fields: [Field]
  ) -> LogicalPlan {
    let schema = input.schema
    let keyFields = keys.map { index in
      var field = schema.fields[index]
      switch field.role {
      case .time, .edition, .key: break
      case .candidateKey, .attribute, .measure, .note:
        field.role = .key
        field.measure = nil
      }
      return field
    }
    var result = Schema(keyFields + fields, isDeclared: schema.isDeclared)
    result.title = schema.title
    result.citation = schema.citation
    let names = Set(keyFields.map(\.name))
    result.breaks = schema.breaks.filter { names.contains($0.key) }
    result.totals = schema.totals.filter { names.contains($0.column) }
    return LogicalPlan(
      .aggregate(input, Grouping(keys: keys, calls: calls)), schema: result,
      fixed: input.fixed.intersection(names), timeFiltered: input.timeFiltered)
  }
}
