package import Columnar
package import Planning

/// Makes plans that give the same with less work: the same rows, notes and faults.
package struct Optimiser: Sendable {
  /// The column of an expression without columns, in one row; nil when it is a fault.
  let evaluate: @Sendable (TypedExpr) -> Column?

  /// Makes an optimiser that folds constants with `evaluate`.
  package init(evaluate: @escaping @Sendable (TypedExpr) -> Column?) {
    self.evaluate = evaluate
  }

  /// The plan as it is run. Columns that nobody uses are left out always, for that decides which
  /// faults there are; the rules keep those.
  package func optimised(_ plan: LogicalPlan, usesRules: Bool = true) -> OptimisedPlan {
    let pruned = ColumnPruning().pruned(plan)
    guard usesRules else { return OptimisedPlan(plan: pruned, choices: []) }
    var run = RuleRun(evaluate: evaluate)
    run.choices = ScanChoices.of(plan, pruned)
    let best = OptimiserRule.all.reduce(pruned) { $1.apply($0, &run) }
    return OptimisedPlan(plan: best, choices: run.choices)
  }
}

/// A plan as it is run, and what was chosen and why, a line each.
package struct OptimisedPlan: Sendable {
  package let plan: LogicalPlan
  package let choices: [String]
}

/// What rules work with and what they tell.
struct RuleRun {
  let evaluate: @Sendable (TypedExpr) -> Column?
  /// What was chosen and why, each once.
  var choices: [String] = []

  /// Says what was done.
  mutating func say(_ choice: String) {
    if !choices.contains(choice) { choices.append(choice) }
  }
}
