import Columnar
import Planning

extension OptimiserRule {
  /// Steps that choose, name and compute columns become one with the step before or after them.
  ///
  /// Computed columns are not put into one another: one of a single packed column is computed once
  /// for each of its values, which is lost when it becomes part of another.
  static let mergeChoices = OptimiserRule("merge choices") { plan, _ in
    MergeChoices.rewritten(plan)
  }
}

private enum MergeChoices {
  static func rewritten(_ plan: LogicalPlan) -> LogicalPlan {
    let plan = plan.mapInputs(rewritten)
    guard case .project(let input, let outer) = plan.node else { return plan }
    guard case .project(let below, let inner) = input.node else {
      return isIdentity(plan, input, outer) ? input.placed(plan.place) : plan
    }
    guard let merged = merged(outer, inner) else { return plan }
    return rewritten(
      plan.with(.project(below, merged)).placed(input.place, replacing: true))
  }

  /// Two projects as one; nil when one computes of what the other did, or a fault would be told of
  /// other columns or not be found.
  private static func merged(_ outer: [TypedExpr], _ inner: [TypedExpr]) -> [TypedExpr]? {
    if outer.allSatisfy({ $0.column != nil }) {
      let used = Set(outer.compactMap(\.column))
      guard inner.indices.allSatisfy({ used.contains($0) || inner[$0].isTotal }) else {
        return nil
      }
      return outer.compactMap { $0.column.map { inner[$0] } }
    }
    let computed = outer.filter { $0.column == nil }
    guard outer.allSatisfy(\.isTotal), inner.allSatisfy(\.isTotal),
      computed.allSatisfy({ $0.columns.allSatisfy { inner[$0].column != nil } })
    else { return nil }
    return outer.map { expr in
      expr.column.map { inner[$0] } ?? expr.moved { inner[$0].column ?? 0 }
    }
  }

  /// Whether a step gives exactly the columns it is given.
  private static func isIdentity(
    _ plan: LogicalPlan, _ input: LogicalPlan, _ columns: [TypedExpr]
  ) -> Bool {
    columns.count == input.schema.fields.count && plan.schema.names == input.schema.names
      && columns.enumerated().allSatisfy { $0.element.column == $0.offset }
  }
}

extension LogicalPlan {
  /// The step as one of a stage: a fault of what it reads then points there, unless it has a stage
  /// of its own.
  func placed(_ place: Place?, replacing: Bool = false) -> LogicalPlan {
    var plan = self
    plan.place = replacing ? place ?? plan.place : plan.place ?? place
    return plan
  }
}
