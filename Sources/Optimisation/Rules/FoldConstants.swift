import Columnar
import Planning

extension OptimiserRule {
  /// What does not depend on a row is computed once, and a condition that always holds is none.
  ///
  /// What is a fault stays, and so does what is missing: a missing value that was written and one
  /// that came about are told apart.
  static let foldConstants = OptimiserRule("fold constants") { plan, run in
    FoldConstants.rewritten(plan, &run)
  }
}

private enum FoldConstants {
  static func rewritten(_ plan: LogicalPlan, _ run: inout RuleRun) -> LogicalPlan {
    let plan = plan.mapInputs { rewritten($0, &run) }
    switch plan.node {
    case .filter(let input, let condition):
      let simple = ofFilter(folded(condition, &run))
      guard !simple.isSame(as: condition) else { return plan }
      if simple.literal == .boolean(true) {
        run.say("fold constants: \(plan.text.map { "`\($0)`" } ?? "a condition") always holds")
        return input.placed(plan.place)
      }
      return plan.with(.filter(input, simple))
    case .project(let input, let columns):
      return plan.with(.project(input, columns.map { folded($0, &run) }))
    case .scan, .aggregate, .sort, .limit, .top, .window, .assert, .transform, .combine:
      return plan
    }
  }

  /// The expression with parts of known values computed.
  private static func folded(_ expr: TypedExpr, _ run: inout RuleRun) -> TypedExpr {
    var parts: [TypedExpr] = []
    for part in expr.parts { parts.append(folded(part, &run)) }
    guard !parts.isEmpty else { return expr }
    let whole = expr.with(parts: parts)
    guard parts.allSatisfy({ $0.literal?.type != nil }), let column = run.evaluate(whole),
      column.missing?.contains(where: { $0 != 0 }) != true, column.coverage == nil,
      column.type == expr.type
    else { return whole }
    let value = column.value(at: 0)
    // A number may be known to more decimals than it is written with: then it is computed on.
    guard Column.constant(value, expr.type, count: 1).scale == column.scale else { return whole }
    run.say("fold constants: a part with the same value in every row is computed once")
    return TypedExpr(.literal(value), expr.type, meaning: expr.meaning)
  }

  /// A condition of a filter without parts that decide nothing, or all.
  private static func ofFilter(_ condition: TypedExpr) -> TypedExpr {
    switch condition.node {
    case .and(let first, let second):
      let (left, right) = (ofFilter(first), ofFilter(second))
      if left.literal == .boolean(true) { return right }
      if right.literal == .boolean(true) { return left }
      let isNever = [left, right].contains { $0.literal == .boolean(false) }
      if isNever, left.isTotal, right.isTotal {
        return TypedExpr(.literal(.boolean(false)), .boolean)
      }
      return condition.with(parts: [left, right])
    case .or(let first, let second):
      let (left, right) = (ofFilter(first), ofFilter(second))
      if left.literal == .boolean(false) { return right }
      if right.literal == .boolean(false) { return left }
      let isAlways = [left, right].contains { $0.literal == .boolean(true) }
      if isAlways, left.isTotal, right.isTotal {
        return TypedExpr(.literal(.boolean(true)), .boolean)
      }
      return condition.with(parts: [left, right])
    case .literal, .column, .cast, .arithmetic, .negate, .join, .compare, .not, .isMissing, .isIn,
      .isBetween, .coalesce, .conditional, .call, .kept:
      return condition
    }
  }
}
