import Columnar
import Planning

/// What column pruning chose.
enum ScanChoices {
  /// A line for each source of which some columns are not read.
  static func of(_ plan: LogicalPlan, _ pruned: LogicalPlan) -> [String] {
    let before = scans(plan)
    return zip(before, scans(pruned)).compactMap { all, some in
      all.columns == some.columns
        ? nil
        : "columns: of \(all.columns) of \(all.name) \(some.columns) "
          + "\(some.columns == 1 ? "is" : "are") read, nothing uses the others"
    }
  }

  private static func scans(_ plan: LogicalPlan) -> [(name: String, columns: Int)] {
    if case .scan(let source) = plan.node { return [(source.name, plan.schema.fields.count)] }
    return plan.inputs.flatMap { scans($0) }
  }
}
