import Columnar

/// Why the key of a group is missing: the reason its rows share, else unknown.
struct KeyReasons: Sendable {
  private var differs: Set<UInt32> = []
  private var reasons: [UInt32: UInt8] = [:]

  /// Takes the rows of a key in, given by their reasons.
  mutating func update(_ missing: [UInt8]?, groups: [UInt32]) {
    guard let missing else { return }
    for row in missing.indices where missing[row] != 0 { add(missing[row], to: groups[row]) }
  }

  /// Adds those of other rows: group n of theirs is group `groups[n]` here.
  mutating func merge(_ other: KeyReasons, groups: [UInt32]) {
    for (group, reason) in other.reasons { add(reason, to: groups[Int(group)]) }
    for group in other.differs { differs.insert(groups[Int(group)]) }
  }

  private mutating func add(_ reason: UInt8, to group: UInt32) {
    let known = reasons.updateValue(reason, forKey: group)
    if let known, known != reason { differs.insert(group) }
  }

  /// The reasons of groups, given for each whether it is missing at all.
  func shared(_ missing: [UInt8], groups: [Int]) -> [UInt8] {
    zip(missing, groups).map { reason, group in
      guard reason != 0 else { return 0 }
      let group = UInt32(group)
      return differs.contains(group)
        ? MissingReason.unknown.rawValue : reasons[group] ?? reason
    }
  }
}
