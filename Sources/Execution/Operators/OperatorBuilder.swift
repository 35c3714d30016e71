import Columnar
import Planning

/// Makes the operators of a plan.
struct OperatorBuilder {
  let context: ExecutionContext

  /// The operator tree of a plan.
  func build(_ plan: LogicalPlan) -> any Operator {
    let step = step(plan)
    let placed = plan.place.map { PlacedOperator(step, at: $0) } ?? step
    return context.measures ? MeasuredOperator(placed) : placed
  }

  private func step(_ plan: LogicalPlan) -> any Operator {
    switch plan.node {
    case .scan(let source): return ScanOperator(source, schema: plan.schema, context: context)
    case .filter, .project: return PipelineOperator(pipeline(plan), context: context)
    case .aggregate(let input, let grouping):
      return GroupOperator(pipeline(input), grouping, schema: plan.schema, context: context)
    case .sort(let input, let keys, let take):
      return SortOperator(build(input), keys, take: take, context: context)
    case .limit(let input, let skip, let take):
      return LimitOperator(build(input), skip: skip, take: take)
    case .top(let input, let ranking):
      return TopOperator(build(input), ranking, context: context)
    case .window(let input, let calls):
      return WindowOperator(build(input), calls, schema: plan.schema, context: context)
    case .assert(let input, let assertion):
      return AssertOperator(build(input), assertion, context: context)
    case .transform(let input, let transform):
      return TransformOperator(build(input), transform, schema: plan.schema, context: context)
    case .combine(let left, let right, let combination):
      return TransformOperator(
        build(left), build(right), combination, schema: plan.schema, context: context)
    }
  }

  /// The steps of a plan that look at one row at a time, over what comes before them.
  private func pipeline(_ plan: LogicalPlan, in place: LogicalPlan.Place? = nil) -> Pipeline {
    // What a stage reads without a place of its own belongs to it.
    let place = plan.place ?? place
    switch plan.node {
    case .filter(let input, let condition):
      return pipeline(input, in: place).adding(
        .filter(condition, keeping: nil), schema: plan.schema, at: plan.place)
    case .project(let input, let columns):
      return pipeline(input, in: place).adding(
        .project(columns), schema: plan.schema, at: plan.place)
    case .scan, .aggregate, .sort, .limit, .top, .window, .assert, .transform, .combine:
      return Pipeline(place.map { PlacedOperator(build(plan), at: $0) } ?? build(plan))
    }
  }
}
