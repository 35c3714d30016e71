import Columnar
import Planning

/// Makes the operators of a plan.
struct OperatorBuilder {
  let context: ExecutionContext

  /// The operator tree of a plan.
  func build(_ plan: LogicalPlan) -> any Operator {
    placed(step(plan), plan.place)
  }

  private func step(_ plan: LogicalPlan) -> any Operator {
    switch plan.node {
    case .scan(let source): return ScanOperator(source, schema: plan.schema, context: context)
    case .filter, .project: return PipelineOperator(pipeline(plan), context: context)
    case .aggregate(let input, let grouping):
      return GroupOperator(
        pipeline(input), grouping, schema: plan.schema,
        forecast: GroupForecast(grouping: grouping, input: input), context: context)
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
    case .combine(_, _, let combination) where combination.looksUpRows:
      return PipelineOperator(pipeline(plan), context: context)
    case .combine(let left, let right, let combination):
      return TransformOperator(
        build(left), build(right), combination, schema: plan.schema, context: context)
    }
  }

  /// A filter right over a source that asks conditions itself, with some of the columns; nil for
  /// any other plan.
  private func filteredScan(
    _ plan: LogicalPlan, schema: Schema, in place: LogicalPlan.Place?
  ) -> (any Operator)? {
    guard case .filter(let input, let condition) = plan.node, case .scan(let source) = input.node,
      source.filtering != nil, SourceCondition.isAsked(condition, over: input.schema)
    else { return nil }
    let chosen = schema.names.compactMap { name in
      input.schema.index(of: name).map { TypedExpr(.column($0), input.schema.fields[$0].type) }
    }
    let scanned = ScanOperator(source, schema: input.schema, context: context)
    let whole = Pipeline(placed(scanned, input.place ?? place))
      .adding(.filter(condition, keeping: nil), schema: plan.schema, at: plan.place)
      .adding(.project(chosen), schema: schema)
    guard
      let scan = FilteredScanOperator(
        source, condition, over: input.schema, schema: schema,
        whole: whole, context: context)
    else { return nil }
    return placed(scan, input.place ?? place)
  }

  /// The source of a filter that asks a part of the condition itself: fewer rows are kept for the
  /// filter to look at. Nil for any other plan.
  private func narrowedScan(_ plan: LogicalPlan, in place: LogicalPlan.Place?) -> (any Operator)? {
    guard case .filter(let input, let condition) = plan.node, case .scan(let source) = input.node,
      source.filtering != nil,
      let part = SourceCondition.part(of: condition, over: input.schema),
      let scan = FilteredScanOperator(
        source, part, over: input.schema, schema: input.schema, keepsOpen: true,
        whole: Pipeline(
          placed(
            ScanOperator(source, schema: input.schema, context: context), input.place ?? place)),
        context: context)
    else { return nil }
    return placed(scan, input.place ?? place)
  }

  private func placed(_ step: any Operator, _ place: LogicalPlan.Place?) -> any Operator {
    let placed = place.map { PlacedOperator(step, at: $0) } ?? step
    return context.measures ? MeasuredOperator(placed) : placed
  }

  /// The steps of a plan that look at one row at a time, over what comes before them.
  private func pipeline(_ plan: LogicalPlan, in place: LogicalPlan.Place? = nil) -> Pipeline {
    // What a stage reads without a place of its own belongs to it.
    let place = plan.place ?? place
    switch plan.node {
    case .filter(let input, let condition):
      if let scan = filteredScan(plan, schema: plan.schema, in: place) { return Pipeline(scan) }
      let below = narrowedScan(plan, in: place).map { Pipeline($0) } ?? pipeline(input, in: place)
      return below.adding(.filter(condition, keeping: nil), schema: plan.schema, at: plan.place)
    case .project(let input, let columns):
      if let positions = Pipeline.positions(columns), Set(positions).count == positions.count,
        positions.map({ input.schema.fields[$0].name }) == plan.schema.names,
        let scan = filteredScan(input, schema: plan.schema, in: place)
      {
        return Pipeline(scan)
      }
      return pipeline(input, in: place).adding(
        .project(columns), schema: plan.schema, at: plan.place)
    case .combine(let left, let right, let combination) where combination.looksUpRows:
      let other = OtherTable(build(right), context: context)
      return pipeline(left, in: place).adding(
        .join(combination, other), schema: plan.schema, at: place)
    case .scan, .aggregate, .sort, .limit, .top, .window, .assert, .transform, .combine:
      return Pipeline(place.map { PlacedOperator(build(plan), at: $0) } ?? build(plan))
    }
  }
}
