import Planning

extension OptimiserRule {
  /// Columns are dropped as soon as the steps, in their new order, have used them.
  static let carryFewer = OptimiserRule("carry fewer") { plan, _ in
    ColumnPruning(keepsFaults: true).pruned(plan)
  }
}
