package import Planning

/// Makes plans that give the same with less work.
package enum Optimiser {
  /// The plan as it is run: only the columns that are used.
  package static func plan(for plan: LogicalPlan) -> LogicalPlan {
    ColumnPruning.pruned(plan)
  }
}
