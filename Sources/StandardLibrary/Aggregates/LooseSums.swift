import Columnar

/// Exact sums of doubles by group: in fixed point for few groups, as lists of parts for many.
struct LooseSums: Sendable {
  private var few = DoubleSums()
  private var many: [ExactSum] = []
  private var count = 0

  /// Whether nothing was ever added.
  var isEmpty: Bool { count == 0 }

  /// Adds the values of rows that are not missing to their groups, of which there are `count`.
  mutating func add(_ values: [Double], missing: [UInt8]?, groups: [UInt32], count: Int) {
    grow(to: count)
    guard !many.isEmpty else { return few.add(values, missing: missing, groups: groups) }
    for row in groups.indices where (missing?[row] ?? 0) == 0 {
      many[Int(groups[row])].add(values[row])
    }
  }

  /// Adds sums of other rows: group n of theirs is group `groups[n]` here.
  mutating func merge(_ other: LooseSums, groups: [UInt32], count: Int) {
    grow(to: count)
    if many.isEmpty, other.many.isEmpty { return few.add(other.few, groups: groups) }
    spread()
    for theirs in 0..<other.count { many[Int(groups[theirs])].add(other.sum(theirs)) }
  }

  /// The sum of a group.
  func sum(_ group: Int) -> ExactSum {
    guard group < count else { return ExactSum() }
    return many.isEmpty ? few.sum(group) : many[group]
  }

  private mutating func grow(to groups: Int) {
    guard groups > count else { return }
    count = groups
    if groups > DoubleSums.most || !many.isEmpty {
      spread()
      many += [ExactSum](repeating: ExactSum(), count: groups - many.count)
    } else {
      few.grow(to: groups)
    }
  }

  /// Goes over to a list of parts for each group.
  private mutating func spread() {
    guard many.isEmpty else { return }
    many = (0..<few.count).map { few.sum($0) }
    few = DoubleSums()
  }
}
