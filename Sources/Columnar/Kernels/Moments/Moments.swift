/// What a number of aggregates need of the packed values of a column, group by group: how many
/// are known, why the others are missing, their sum and their extremes, in one pass.
///
/// Sums are those of the codes, in 64 bits: exact as long as codes times rows stay below 2^63,
/// which ``init(of:groups:rows:needs:)`` checks beforehand.
package struct Moments: Sendable {
  /// What is worked out beside the counts.
  package struct Needs: OptionSet, Sendable {
    package let rawValue: UInt8
    /// Makes a set.
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let sum = Needs(rawValue: 1)
    package static let least = Needs(rawValue: 2)
    package static let greatest = Needs(rawValue: 4)
    /// Every value, for what needs them all.
    package static let values = Needs(rawValue: 8)
  }

  /// What the codes stand for; has no rows of its own.
  package let values: PackedValues
  package let needs: Needs
  /// How many rows there may be in all.
  let rows: Int
  /// How many known rows each group has.
  package internal(set) var known: [UInt32]
  /// How many missing ones; empty as long as there are none at all.
  var lost: [UInt32] = []
  /// The one reason of all missing rows of a group: 0 before any, 255 when they differ; empty as
  /// long as there are none at all.
  var reasons: [UInt8] = []
  var sums: [Int64]
  var leastCodes: [UInt64]
  var greatestCodes: [UInt64]
  /// The rows as they came, for what needs every value.
  var kept: [KeptRows] = []
  /// The codes of the known rows, those of a group together; once settled, when values are needed.
  package internal(set) var codes: [UInt64] = []
  /// Where those of each group begin; one more than there are groups.
  var starts: [Int] = []
  /// How those of each group are arranged.
  var buckets: GroupBuckets?
  /// Which groups have no value and why, and how much of each is known; once settled.
  var mask: [UInt8]?
  var coverage: Coverage?
  /// The reason that stands for several.
  package static let mixed: UInt8 = 255

  /// Makes empty moments of a number of groups, or nil when the sums of so many rows might not be
  /// exact.
  package init?(of values: PackedValues, groups: Int, rows: Int, needs: Needs) {
    guard rows <= Int(Int32.max),
      !values.codeCount.multipliedReportingOverflow(by: max(rows, 1)).overflow
    else { return nil }
    self.values = values.with(values.codes.slice(0..<0))
    self.needs = needs
    self.rows = rows
    known = [UInt32](repeating: 0, count: groups)
    sums = [Int64](repeating: 0, count: needs.contains(.sum) ? groups : 0)
    leastCodes = [UInt64](repeating: .max, count: needs.contains(.least) ? groups : 0)
    greatestCodes = [UInt64](repeating: 0, count: needs.contains(.greatest) ? groups : 0)
  }

  /// How many groups there are.
  package var count: Int { known.count }

  /// How many rows a group has.
  package func all(_ group: Int) -> UInt32 {
    lost.isEmpty ? known[group] : known[group] &+ lost[group]
  }

  /// How many rows groups have; none for one beyond those there are.
  package func rowCounts(of groups: [Int]) -> [Int64] {
    groups.map { $0 < known.count ? Int64(all($0)) : 0 }
  }

  /// Whether a group has both known and missing rows.
  package var hasPartial: Bool {
    guard lost.count == known.count else { return false }
    return unsafe known.withUnsafeBufferPointer { known in
      unsafe lost.withUnsafeBufferPointer { lost in
        known.indices.contains { unsafe known[$0] > 0 && lost[$0] > 0 }
      }
    }
  }

  /// The groups that have rows, in rising order.
  package var groupsWithRows: [Int] {
    var groups: [Int] = []
    groups.reserveCapacity(known.count)
    for group in known.indices where all(group) > 0 { groups.append(group) }
    return groups
  }

  /// Makes room for groups.
  package mutating func grow(to groups: Int) {
    let more = groups - known.count
    guard more > 0 else { return }
    known += [UInt32](repeating: 0, count: more)
    if !lost.isEmpty {
      lost += [UInt32](repeating: 0, count: more)
      reasons += [UInt8](repeating: 0, count: more)
    }
    if needs.contains(.sum) { sums += [Int64](repeating: 0, count: more) }
    if needs.contains(.least) { leastCodes += [UInt64](repeating: .max, count: more) }
    if needs.contains(.greatest) { greatestCodes += [UInt64](repeating: 0, count: more) }
  }

  /// Adds the moments of other rows: group n of theirs is group `groups[n]` here.
  package mutating func merge(_ other: Moments, groups: [UInt32]) {
    if !other.lost.isEmpty { countLost() }
    for theirs in other.known.indices where other.all(theirs) > 0 {
      let group = Int(groups[theirs])
      known[group] &+= other.known[theirs]
      if !other.lost.isEmpty {
        lost[group] &+= other.lost[theirs]
        if other.reasons[theirs] != 0 { join(other.reasons[theirs], of: group) }
      }
      if needs.contains(.sum) { sums[group] &+= other.sums[theirs] }
      if needs.contains(.least) {
        leastCodes[group] = min(leastCodes[group], other.leastCodes[theirs])
      }
      if needs.contains(.greatest) {
        greatestCodes[group] = max(greatestCodes[group], other.greatestCodes[theirs])
      }
    }
    if needs.contains(.values) { kept += other.kept.map { $0.renumbered(groups) } }
  }

  /// Makes room for what is missing.
  mutating func countLost() {
    guard lost.isEmpty else { return }
    lost = [UInt32](repeating: 0, count: known.count)
    reasons = [UInt8](repeating: 0, count: known.count)
  }

  mutating func join(_ reason: UInt8, of group: Int) {
    let earlier = reasons[group]
    reasons[group] = earlier == 0 || earlier == reason ? reason : Self.mixed
  }

  /// The sum of a group's integers, or of its decimals times 10^scale.
  package func sum(_ group: Int) -> Int128 {
    Int128(sums[group]) + Int128(values.base) * Int128(known[group])
  }

  /// The scale of the decimals; 0 for integers.
  package var scale: UInt8 {
    if case .number(let scale) = values.meaning { return scale }
    return 0
  }
}
