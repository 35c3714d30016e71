import Columnar
import Planning

extension OptimiserRule {
  /// A join finds the row of the other table as rows go by, where a row has one at most: no table is
  /// made of them before what comes next.
  static let lookUpRows = OptimiserRule("look up rows") { plan, run in
    LookUpRows.rewritten(plan, &run)
  }
}

private enum LookUpRows {
  static func rewritten(_ plan: LogicalPlan, _ run: inout RuleRun) -> LogicalPlan {
    let plan = plan.mapInputs { rewritten($0, &run) }
    guard case .combine(let left, let right, let combination) = plan.node,
      let lookup = combination.lookingUpRows()
    else { return plan }
    run.say(
      "look up rows: \(combination.summary) has at most one row for each, found as rows go by")
    return plan.with(.combine(left, right, lookup))
  }
}
