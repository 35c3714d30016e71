import Columnar
import Planning

extension OptimiserRule {
  /// What columns of one step have in common is computed once, in a step before it.
  ///
  /// Only what no row can make a fault, for a fault is told of in the order in which it was written.
  static let commonSubexpressions = OptimiserRule("common subexpressions") { plan, run in
    SharedExpressions.rewritten(plan, &run)
  }
}

private enum SharedExpressions {
  static func rewritten(_ plan: LogicalPlan, _ run: inout RuleRun) -> LogicalPlan {
    let plan = plan.mapInputs { rewritten($0, &run) }
    guard case .project(let input, var columns) = plan.node else { return plan }
    let count = input.schema.fields.count
    var common: [TypedExpr] = []
    while let shared = largest(columns) {
      let users = columns.indices.filter { columns[$0].holds(shared) }
        .map { "`\(plan.schema.fields[$0].name)`" }
      run.say(
        "common subexpressions: a part of \(users.joined(separator: " and ")) is computed once, as "
          + "`common \(common.count + 1)`")
      let place = TypedExpr(
        .column(count + common.count), shared.type, meaning: shared.meaning)
      columns = columns.map { $0.replacing(shared, by: place) }
      common.append(shared)
    }
    guard !common.isEmpty else { return plan }
    return plan.with(.project(before(plan, input, common), columns))
  }

  /// The step before: every column there is, for a fault is told of with them, and what is shared.
  private static func before(_ plan: LogicalPlan, _ input: LogicalPlan, _ common: [TypedExpr])
    -> LogicalPlan
  {
    var schema = input.schema
    let passed = schema.fields.enumerated().map { index, field in
      TypedExpr(.column(index), field.type, meaning: ColumnMeaning(field))
    }
    schema.fields += common.enumerated().map { index, expr in
      Field("common \(index + 1)", expr.type)
    }
    return LogicalPlan(
      .project(input, passed + common), schema: schema, fixed: input.fixed,
      timeFiltered: input.timeFiltered
    ).placed(plan.place)
  }

  /// The largest part that occurs more than once; of equal ones the first.
  private static func largest(_ columns: [TypedExpr]) -> TypedExpr? {
    let parts = columns.flatMap(\.sharable)
    var best: (expr: TypedExpr, size: Int)?
    for (place, part) in parts.enumerated() {
      let size = part.size
      guard size > best?.size ?? 0,
        parts[(place + 1)...].contains(where: { $0.isSame(as: part) })
      else { continue }
      best = (part, size)
    }
    return best?.expr
  }
}

extension TypedExpr {
  /// The parts, itself among them, that are computed of columns and no row can make a fault.
  fileprivate var sharable: [TypedExpr] {
    guard !parts.isEmpty else { return [] }
    let isComputed = isTotal && !columns.isEmpty
    return (isComputed ? [self] : []) + parts.flatMap(\.sharable)
  }

  /// How many expressions it is made of.
  fileprivate var size: Int { parts.reduce(1) { $0 + $1.size } }

  fileprivate func holds(_ part: TypedExpr) -> Bool {
    isSame(as: part) || parts.contains { $0.holds(part) }
  }

  fileprivate func replacing(_ part: TypedExpr, by place: TypedExpr) -> TypedExpr {
    if isSame(as: part) { return TypedExpr(place.node, type, meaning: meaning) }
    return parts.isEmpty ? self : with(parts: parts.map { $0.replacing(part, by: place) })
  }
}
