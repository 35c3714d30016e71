import Columnar
import Planning

/// How groups will be found, going by what is known of the keys before rows are read: the numbers of
/// their different values, and which are computed.
struct GroupForecast {
  let grouping: Grouping
  /// What the rows come from.
  let input: LogicalPlan

  /// In words, for `explain`; nil without keys.
  var text: String? {
    guard !grouping.keys.isEmpty else { return nil }
    let names = grouping.keys.map { input.schema.fields[$0].name }
    if let place = grouping.keys.firstIndex(where: { Self.isComputed($0, input) }) {
      return "hashed, for `\(names[place])` is computed"
    }
    let estimate = PlanEstimate(input)
    let counts = names.compactMap { estimate.distinct[$0] }
    guard counts.count == names.count else {
      return "a grid if its keys have few values, else keys in order"
    }
    // One more of each key, for what is missing.
    let cells = counts.reduce(1) { $0 * ($1 + 1) }
    let most = PartitionedGroups.mostCells(estimate.rows.map { Int(min($0, 1e9)) } ?? 0)
    guard cells <= Double(most) else {
      return "keys in order, for they make too many combinations for a grid"
    }
    return "a grid of about \(Int(cells.rounded(.up))) cells"
  }

  /// Whether a column of a plan is computed of several columns, or of other rows: its values have no
  /// codes.
  private static func isComputed(_ index: Int, _ plan: LogicalPlan) -> Bool {
    switch plan.node {
    case .project(let input, let columns):
      if columns[index].literal != nil { return true }
      guard let one = columns[index].onlyColumn else { return true }
      return isComputed(one, input)
    case .filter(let input, _), .sort(let input, _, _), .limit(let input, _, _),
      .assert(let input, _), .top(let input, _):
      return isComputed(index, input)
    case .aggregate(let input, let grouping):
      return index >= grouping.keys.count || isComputed(grouping.keys[index], input)
    case .window(let input, _):
      return index >= input.schema.fields.count || isComputed(index, input)
    case .combine(let left, _, _):
      return index < left.schema.fields.count && isComputed(index, left)
    case .scan, .transform: return false
    }
  }
}
