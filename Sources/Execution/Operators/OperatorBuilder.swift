import Columnar
import Planning

/// Makes the operators of a plan.
struct OperatorBuilder {
  let context: ExecutionContext

  /// The operator tree of a plan.
  func build(_ plan: LogicalPlan) -> any Operator {
    switch plan.node {
    case .scan(let source): ScanOperator(source, context: context)
    case .filter(let input, let condition):
      FilterOperator(build(input), condition, context: context)
    case .project(let input, let columns):
      ProjectOperator(build(input), columns, schema: plan.schema)
    case .aggregate(let input, let grouping):
      GroupOperator(build(input), grouping, schema: plan.schema, context: context)
    case .sort(let input, let keys): SortOperator(build(input), keys, context: context)
    case .limit(let input, let skip, let take): LimitOperator(build(input), skip: skip, take: take)
    case .top(let input, let ranking): TopOperator(build(input), ranking, context: context)
    case .window(let input, let calls):
      WindowOperator(build(input), calls, schema: plan.schema, context: context)
    case .assert(let input, let assertion):
      AssertOperator(build(input), assertion, context: context)
    case .transform(let input, let transform):
      TransformOperator(build(input), transform, schema: plan.schema, context: context)
    case .combine(let left, let right, let combination):
      TransformOperator(
        build(left), build(right), combination, schema: plan.schema, context: context)
    }
  }
}
