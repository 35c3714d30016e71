import Columnar
import Planning

/// Which sources are read in one place only, so that what a condition drops of them need not be kept
/// for another. Decides how much is kept in memory, never what a result is.
enum SingleReads: Sendable {
  /// Nothing is known of what will be read later.
  case none
  case all
  case some(Set<ObjectIdentifier>)

  /// Looks at all plans there will be.
  init(in plans: [LogicalPlan]) {
    var counts: [ObjectIdentifier: Int] = [:]
    func count(_ plan: LogicalPlan) {
      if case .scan(let source) = plan.node, let source = source.filtering {
        counts[ObjectIdentifier(source), default: 0] += 1
      }
      plan.inputs.forEach(count)
    }
    plans.forEach(count)
    self = .some(Set(counts.filter { $0.value == 1 }.keys))
  }

  /// Whether a source is one of them.
  func contains(_ source: any FilteringSource) -> Bool {
    switch self {
    case .none: false
    case .all: true
    case .some(let sources): sources.contains(ObjectIdentifier(source))
    }
  }
}
