import Columnar
import Planning

/// Conditions that keep or drop whole series.
enum SeriesFilter {
  /// Whether rows may be dropped before the calls: when whole series or groups go, every one of
  /// those could be computed, and no period can occur twice in it.
  static func mayPass(_ condition: TypedExpr, _ calls: [WindowCall], _ input: LogicalPlan) -> Bool {
    let used = condition.columns
    return !used.isEmpty
      && calls.allSatisfy { call in
        used.isSubset(of: call.series) && call.function.isTotal
          && call.arguments.allSatisfy { $0?.isTotal ?? true } && findsNothing(call, input)
      }
  }

  /// Whether a call can find no period twice and no break.
  private static func findsNothing(_ call: WindowCall, _ input: LogicalPlan) -> Bool {
    switch call.function.reach {
    case .rows: return true
    case .periods, .series:
      guard let axis = call.axis else { return false }
      let names = call.series.map { input.schema.fields[$0].name }
      // Periods may have marks: two that differ can be one and the same.
      return input.schema.fields[axis].type == .integer
        && !input.schema.breaks.contains { names.contains($0.key) }
        && isUnique(input, by: Set(call.series + [axis]))
    }
  }

  /// Whether no two rows agree in all of some columns.
  private static func isUnique(_ plan: LogicalPlan, by columns: Set<Int>) -> Bool {
    switch plan.node {
    case .aggregate(_, let grouping): return columns.isSuperset(of: 0..<grouping.keys.count)
    case .filter(let input, _), .sort(let input, _, _), .limit(let input, _, _),
      .assert(let input, _):
      return isUnique(input, by: columns)
    case .project(let input, let exprs):
      return isUnique(input, by: Set(columns.compactMap { exprs[$0].column }))
    case .scan, .top, .window, .transform, .combine: return false
    }
  }
}
