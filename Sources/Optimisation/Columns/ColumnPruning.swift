import Columnar
import Planning

/// Makes every step compute and carry only the columns that a later one uses.
///
/// It is part of what a query means, and always done: what is in a column that nobody uses is not
/// looked at, so a fault there is none. What a step says or checks of all rows stays: the keys of a
/// grouping, the series of time functions, an assertion, the steps of verbs.
struct ColumnPruning {
  /// Whether what is computed and read stays, because leaving it out could leave out a fault: once
  /// the plan means what it means, columns are only carried less far.
  var keepsFaults = false

  /// A plan that gives some of the columns it gave.
  struct Pruned {
    let plan: LogicalPlan
    /// The columns it gives: those wanted, and others that it would take work to leave out.
    let kept: KeptColumns
  }

  /// The plan with the same result, made of fewer columns.
  func pruned(_ plan: LogicalPlan) -> LogicalPlan { whole(plan) }

  /// The plan with just some of its columns.
  func exactly(_ plan: LogicalPlan, _ wanted: KeptColumns) -> LogicalPlan {
    let found = prune(plan, Set(wanted.positions))
    return found.kept == wanted ? found.plan : found.plan.selecting(wanted, of: found.kept)
  }

  /// The plan with at least the columns at some positions.
  func prune(_ plan: LogicalPlan, _ wanted: Set<Int>) -> Pruned {
    switch plan.node {
    case .scan:
      let kept = keepsFaults ? all(plan) : KeptColumns(wanted)
      return Pruned(
        plan: plan.with(plan.node, fields: kept.fields(of: plan.schema.fields)), kept: kept)
    case .filter(let input, let condition):
      let below = prune(input, wanted.union(condition.columns))
      let filter = passing(plan, below, .filter(below.plan, below.moved(condition)))
      // What only the condition looks at is left out before rows are gathered.
      let kept = KeptColumns(wanted)
      guard below.kept != kept else { return filter }
      return Pruned(plan: filter.plan.selecting(kept, of: below.kept), kept: kept)
    case .project(let input, let columns):
      let kept = keepsFaults ? columns.indices.filter { !columns[$0].isTotal } : []
      return project(plan, input, columns, KeptColumns(wanted.union(kept)))
    case .aggregate(let input, let grouping):
      return aggregate(plan, input, grouping, wanted)
    case .sort(let input, let keys, let take):
      let below = prune(input, wanted.union(keys.flatMap { $0.expr.columns }))
      let moved = keys.map { SortKey(below.moved($0.expr), descending: $0.isDescending) }
      return passing(plan, below, .sort(below.plan, moved, take: take))
    case .limit(let input, let skip, let take):
      let below = prune(input, wanted)
      return passing(plan, below, .limit(below.plan, skip: skip, take: take))
    case .top(let input, let ranking):
      let below = prune(input, wanted.union(ranking.by.columns).union(ranking.within))
      let moved = Ranking(
        count: ranking.count, by: below.moved(ranking.by),
        within: ranking.within.map(below.kept.place), descending: ranking.isDescending)
      return passing(plan, below, .top(below.plan, moved))
    case .window(let input, let calls):
      let count = input.schema.fields.count
      let kept = keepsFaults ? calls.indices.map { count + $0 } : []
      return WindowPruning(calls, of: count).pruned(plan, input, wanted.union(kept), self)
    case .assert(let input, let assertion):
      let read =
        assertion.isOfRows ? [assertion.condition] : assertion.calls.flatMap(\.arguments)
      let below = prune(input, wanted.union(read.flatMap(\.columns)))
      let moved = Assertion(
        calls: assertion.calls.map(below.moved),
        condition: assertion.isOfRows ? below.moved(assertion.condition) : assertion.condition,
        isOfRows: assertion.isOfRows, message: assertion.message, file: assertion.file,
        range: assertion.range)
      return passing(plan, below, .assert(below.plan, moved))
    case .transform(let input, let transform):
      guard let step = transform.narrowed(to: wanted, of: input.schema), step.inputs.count == 1
      else { return Pruned(plan: plan.with(.transform(whole(input), transform)), kept: all(plan)) }
      return giving(
        step.outputs, plan, .transform(exactly(input, step.inputs[0]), step.step))
    case .combine(let left, let right, let combination):
      guard let step = combination.narrowed(to: wanted, of: left.schema, right.schema),
        step.inputs.count == 2
      else {
        return Pruned(
          plan: plan.with(.combine(whole(left), whole(right), combination)), kept: all(plan))
      }
      return giving(
        step.outputs, plan,
        .combine(exactly(left, step.inputs[0]), exactly(right, step.inputs[1]), step.step))
    }
  }

  private func project(
    _ plan: LogicalPlan, _ input: LogicalPlan, _ columns: [TypedExpr], _ kept: KeptColumns
  ) -> Pruned {
    let wanted = kept.positions.map { columns[$0] }
    let below = prune(input, Set(wanted.flatMap(\.columns)))
    return giving(kept, plan, .project(below.plan, wanted.map(below.moved)))
  }

  private func aggregate(
    _ plan: LogicalPlan, _ input: LogicalPlan, _ grouping: Grouping, _ wanted: Set<Int>
  ) -> Pruned {
    let keyCount = grouping.keys.count
    let all = 0..<(keyCount + grouping.calls.count)
    let kept = KeptColumns(wanted.union(keepsFaults ? all : 0..<keyCount))
    let calls = kept.positions.filter { $0 >= keyCount }.map { grouping.calls[$0 - keyCount] }
    var used = Set(grouping.keys).union(calls.flatMap(\.arguments).flatMap(\.columns))
    for found in grouping.breaks {
      used.formUnion([found.region, found.group] + (found.time.map { [$0] } ?? []))
    }
    let below = prune(input, used)
    let moved = Grouping(
      keys: grouping.keys.map(below.kept.place), calls: calls.map(below.moved),
      breaks: grouping.breaks.map { found in
        RegroupedBreaks(
          regions: found.regions, region: below.kept.place(of: found.region),
          group: below.kept.place(of: found.group), time: found.time.map(below.kept.place),
          groups: found.groups)
      })
    return giving(kept, plan, .aggregate(below.plan, moved))
  }

  /// A step that gives the columns of its input.
  private func passing(_ plan: LogicalPlan, _ below: Pruned, _ node: LogicalPlan.Node) -> Pruned {
    giving(below.kept, plan, node)
  }

  private func giving(
    _ kept: KeptColumns, _ plan: LogicalPlan, _ node: LogicalPlan.Node
  ) -> Pruned {
    Pruned(plan: plan.with(node, fields: kept.fields(of: plan.schema.fields)), kept: kept)
  }

  private func all(_ plan: LogicalPlan) -> KeptColumns {
    KeptColumns(Set(plan.schema.fields.indices))
  }

  private func whole(_ plan: LogicalPlan) -> LogicalPlan { exactly(plan, all(plan)) }
}

extension ColumnPruning.Pruned {
  /// An expression over the columns there were, over those there are.
  func moved(_ expr: TypedExpr) -> TypedExpr { expr.moved(kept.place) }

  /// A call over the columns there were, over those there are.
  func moved(_ call: AggregateCall) -> AggregateCall {
    AggregateCall(
      name: call.name, aggregate: call.aggregate, arguments: call.arguments.map { moved($0) })
  }
}

extension LogicalPlan {
  /// The plan, which gives the columns of `kept`, with just some of them.
  func selecting(_ wanted: KeptColumns, of kept: KeptColumns) -> LogicalPlan {
    let places = wanted.positions.map(kept.place)
    let fields = places.map { self.schema.fields[$0] }
    var schema = schema
    schema.fields = fields
    return LogicalPlan(
      .project(
        self,
        zip(places, fields).map { place, field in
          TypedExpr(.column(place), field.type, meaning: ColumnMeaning(field))
        }), schema: schema, fixed: fixed, timeFiltered: timeFiltered)
  }
}
