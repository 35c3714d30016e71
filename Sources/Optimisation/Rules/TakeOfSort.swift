import Columnar
import Planning

extension OptimiserRule {
  /// `sort … | take n` looks for the first rows and does not order the others.
  static let takeOfSort = OptimiserRule("take of sort") { plan, run in
    TakeOfSort.rewritten(plan, &run)
  }
}

private enum TakeOfSort {
  static func rewritten(_ plan: LogicalPlan, _ run: inout RuleRun) -> LogicalPlan {
    let plan = plan.mapInputs { rewritten($0, &run) }
    guard case .limit(let input, let skip, let take?) = plan.node else { return plan }
    let (count, overflows) = skip.addingReportingOverflow(take)
    guard !overflows, let sorted = first(count, of: input) else { return plan }
    let found = count == 1 ? "row is" : "\(count) rows are"
    run.say("take of sort: the first \(found) found, the others are not ordered")
    return skip == 0 && isSort(sorted) ? sorted : plan.with(.limit(sorted, skip: skip, take: take))
  }

  /// The plan with a sort that gives only so many rows; nil without a sort, or when a step between
  /// could have a fault in a row that is left out.
  private static func first(_ count: Int, of plan: LogicalPlan) -> LogicalPlan? {
    switch plan.node {
    case .sort(let input, let keys, let take):
      return plan.with(.sort(input, keys, take: min(count, take ?? count)))
    case .project(let input, let columns):
      guard columns.allSatisfy(\.isTotal), let input = first(count, of: input) else { return nil }
      return plan.with(.project(input, columns))
    case .scan, .filter, .aggregate, .limit, .top, .window, .assert, .transform, .combine:
      return nil
    }
  }

  private static func isSort(_ plan: LogicalPlan) -> Bool {
    if case .sort = plan.node { return true }
    return false
  }
}
