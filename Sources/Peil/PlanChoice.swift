import Execution
import Optimisation
import Planning
import Threading

/// Chooses how plans are run.
enum PlanChoice {
  /// Steps that the stack of any thread has room for.
  private static let shallow = 40

  /// A plan as it is run, and what was chosen.
  static func optimised(_ plan: LogicalPlan, usesRules: Bool = true) -> OptimisedPlan {
    let optimiser = Optimiser(evaluate: { Executor.column(of: $0) })
    guard plan.depth > shallow else { return optimiser.optimised(plan, usesRules: usesRules) }
    return Threads.deep { optimiser.optimised(plan, usesRules: usesRules) }
  }
}
