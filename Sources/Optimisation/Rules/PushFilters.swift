import Columnar
import Planning

extension OptimiserRule {
  /// Filters drop rows before other steps work on them, where no note and no fault can change.
  ///
  /// Never below time functions, whose answers come from the rows a filter drops; below those only
  /// when whole series go and nothing is found out about the others.
  static let pushFilters = OptimiserRule("push filters") { plan, run in
    PushFilters.rewritten(plan, &run)
  }
}

private enum PushFilters {
  static func rewritten(_ plan: LogicalPlan, _ run: inout RuleRun) -> LogicalPlan {
    let plan = plan.mapInputs { rewritten($0, &run) }
    guard case .filter(let input, let condition) = plan.node, condition.isTotal else {
      return plan
    }
    var passed: [String] = []
    let best = sunk(plan, condition, input, &passed)
    if !passed.isEmpty {
      let what = plan.text.map { "`\($0)`" } ?? "a condition"
      run.say("push filters: \(what) is checked before \(passed.joined(separator: ", "))")
    }
    return best
  }

  /// The filter as far down as it may stand.
  private static func sunk(
    _ filter: LogicalPlan, _ condition: TypedExpr, _ input: LogicalPlan, _ passed: inout [String]
  ) -> LogicalPlan {
    switch input.node {
    case .project(let below, let columns):
      guard columns.allSatisfy(\.isTotal),
        condition.columns.allSatisfy({ columns[$0].column != nil })
      else { return filter }
      let moved = condition.moved { columns[$0].column ?? 0 }
      if columns.contains(where: { $0.column == nil }) { passed.append("columns are computed") }
      return over(input, filter, sunk(below, moved, of: filter, &passed)) {
        .project($0, columns)
      }
    case .sort(let below, let keys, nil):
      guard keys.allSatisfy(\.expr.isTotal) else { return filter }
      passed.append("rows are sorted")
      return over(input, filter, sunk(below, condition, of: filter, &passed)) { .sort($0, keys) }
    case .aggregate(let below, let grouping):
      guard let early = GroupFilter.early(condition, grouping) else { return filter }
      passed.append("rows are grouped, and again after that")
      let first = LogicalPlan(.filter(below, early), schema: below.schema, fixed: below.fixed)
      return filter.with(
        .filter(
          input.with(.aggregate(sunk(first, early, below, &passed), grouping)), condition))
    case .window(let below, let calls):
      guard SeriesFilter.mayPass(condition, calls, below) else { return filter }
      passed.append("series are compared")
      return over(input, filter, sunk(below, condition, of: filter, &passed)) {
        .window($0, calls)
      }
    case .scan, .filter, .sort, .limit, .top, .assert, .transform, .combine: return filter
    }
  }

  /// A filter over a plan, as far down as it may stand.
  private static func sunk(
    _ below: LogicalPlan, _ condition: TypedExpr, of filter: LogicalPlan, _ passed: inout [String]
  ) -> LogicalPlan {
    var moved = LogicalPlan(
      .filter(below, condition), schema: below.schema, fixed: below.fixed,
      timeFiltered: filter.timeFiltered)
    moved.text = filter.text
    moved.place = filter.place
    return sunk(moved, condition, below, &passed)
  }

  /// A step over what a filter of it became.
  private static func over(
    _ step: LogicalPlan, _ filter: LogicalPlan, _ below: LogicalPlan,
    _ node: (LogicalPlan) -> LogicalPlan.Node
  ) -> LogicalPlan {
    step.with(node(below)).placed(filter.place)
  }
}
