import Planning

/// A way to make a plan do less that changes no row, no note and no fault.
struct OptimiserRule: Sendable {
  /// What it is called in `explain`.
  let name: String
  /// The plan with the rule applied wherever it holds, telling what it did.
  let apply: @Sendable (LogicalPlan, inout RuleRun) -> LogicalPlan

  init(
    _ name: String, apply: @escaping @Sendable (LogicalPlan, inout RuleRun) -> LogicalPlan
  ) {
    self.name = name
    self.apply = apply
  }
}

extension LogicalPlan {
  /// The step over other inputs with the same columns, in their order.
  func mapInputs(_ body: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
    let node: Node =
      switch node {
      case .scan: node
      case .filter(let input, let condition): .filter(body(input), condition)
      case .project(let input, let columns): .project(body(input), columns)
      case .aggregate(let input, let grouping): .aggregate(body(input), grouping)
      case .sort(let input, let keys, let take): .sort(body(input), keys, take: take)
      case .limit(let input, let skip, let take): .limit(body(input), skip: skip, take: take)
      case .top(let input, let ranking): .top(body(input), ranking)
      case .window(let input, let calls): .window(body(input), calls)
      case .assert(let input, let assertion): .assert(body(input), assertion)
      case .transform(let input, let transform): .transform(body(input), transform)
      case .combine(let left, let right, let combination):
        .combine(body(left), body(right), combination)
      }
    return with(node)
  }
}
