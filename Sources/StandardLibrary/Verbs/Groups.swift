import Columnar
import Planning
import QuerySyntax

/// Building the plan of verbs that aggregate.
enum Groups {
  /// The clauses of every verb that aggregates.
  static let clauses = [
    ClauseSignature("by", "KEY, …", .columns), ClauseSignature("with", "totals", .values),
  ]

  /// Positions of the columns named after `by`.
  static func keys(_ call: VerbCall, _ planner: inout Planner) -> [Int]? {
    guard let items = call.clause("by") else { return [] }
    let before = planner.diagnostics.count
    let columns = planner.columns(items, in: call.schema)
    // With a key less the verb would mean something else: no further fault follows from that.
    return planner.diagnostics.count == before ? columns : nil
  }

  /// The key that is the time axis of the groups: that of the table, or in its place the only key
  /// named like one, as in `derive jaar = year(kwartaal) | sum clients by jaar`.
  private static func time(_ schema: Schema, _ keys: [Int]) -> Int? {
    if let own = keys.first(where: { schema.fields[$0].role == .time }) { return own }
    guard schema.time != nil else { return nil }
    let named = keys.filter { index in
      let field = schema.fields[index]
      return TimeNames.contains(field.name) && field.role != .edition
        && [.integer, .date, .period].contains(field.type)
    }
    return named.count == 1 ? named[0] : nil
  }

  /// Rows grouped by keys: keys and time are what `by` names. For the columns of `totals` there
  /// are rows over all of their values too.
  static func plan(
    _ input: LogicalPlan, keys: [Int], calls: [AggregateCall], fields: [Field],
    totals: [Int] = []
  ) -> LogicalPlan {
    let schema = input.schema
    let axis = time(schema, keys)
    let keyFields = keys.map { index in
      var field = schema.fields[index]
      if index == axis, field.role != .time {
        field.role = .time
        field.measure = nil
        return field
      }
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
    let breaks = regrouped(schema, keys: keys, time: axis)
    result.breaks = schema.breaks.filter { names.contains($0.key) } + breaks.map(\.groups)
    result.totals = schema.totals.filter { names.contains($0.column) }
    result.variant = schema.variant.flatMap { names.contains($0) ? $0 : nil }
    guard totals.isEmpty else {
      return Totals.plan(
        input, Grouping(keys: keys, calls: calls), totals: totals, schema: result)
    }
    return LogicalPlan(
      .aggregate(input, Grouping(keys: keys, calls: calls, breaks: breaks)), schema: result,
      fixed: input.fixed.intersection(names), timeFiltered: input.timeFiltered)
  }

  /// The breaks that groups of regions may have, when the regions themselves are grouped away and
  /// there is a time axis to compare along.
  private static func regrouped(_ schema: Schema, keys: [Int], time: Int?) -> [RegroupedBreaks] {
    guard let time else { return [] }
    let names = Set(keys.map { schema.fields[$0].name })
    return schema.breaks.filter { !names.contains($0.key) }.flatMap { set in
      keys.compactMap { index -> RegroupedBreaks? in
        let field = schema.fields[index]
        guard let region = schema.index(of: set.key), index != time, field.role != .edition
        else { return nil }
        return RegroupedBreaks(
          regions: set, region: region, group: index, time: time, groups: BreakSet(key: field.name))
      }
    }
  }
}
