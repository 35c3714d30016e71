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
  /// How many known rows each group has.
  package private(set) var known: [UInt32]
  /// How many missing ones.
  private var lost: [UInt32]
  /// The one reason of all missing rows of a group: 0 before any, 255 when they differ.
  package private(set) var reasons: [UInt8]
  private var sums: [Int64]
  private var leastCodes: [UInt64]
  private var greatestCodes: [UInt64]
  /// The codes of the known rows of each group.
  private var kept: [[UInt64]]
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
    known = [UInt32](repeating: 0, count: groups)
    lost = known
    reasons = [UInt8](repeating: 0, count: groups)
    sums = [Int64](repeating: 0, count: needs.contains(.sum) ? groups : 0)
    leastCodes = [UInt64](repeating: .max, count: needs.contains(.least) ? groups : 0)
    greatestCodes = [UInt64](repeating: 0, count: needs.contains(.greatest) ? groups : 0)
    kept = [[UInt64]](repeating: [], count: needs.contains(.values) ? groups : 0)
  }

  /// Makes room for groups.
  package mutating func grow(to groups: Int) {
    let more = groups - known.count
    guard more > 0 else { return }
    lost += [UInt32](repeating: 0, count: more)
    known += [UInt32](repeating: 0, count: more)
    reasons += [UInt8](repeating: 0, count: more)
    if needs.contains(.sum) { sums += [Int64](repeating: 0, count: more) }
    if needs.contains(.least) { leastCodes += [UInt64](repeating: .max, count: more) }
    if needs.contains(.greatest) { greatestCodes += [UInt64](repeating: 0, count: more) }
    if needs.contains(.values) { kept += [[UInt64]](repeating: [], count: more) }
  }

  /// Takes rows in; every group is below the number of groups.
  package mutating func update(_ codes: PackedCodes, missing: [UInt8]?, groups: [UInt32]) {
    precondition(codes.count == groups.count)
    switch codes.width {
    case .one: update(codes, missing, groups, as: UInt8.self)
    case .two: update(codes, missing, groups, as: UInt16.self)
    case .four: update(codes, missing, groups, as: UInt32.self)
    case .eight: update(codes, missing, groups, as: UInt64.self)
    }
  }

  private mutating func update<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: PackedCodes, _ missing: [UInt8]?, _ groups: [UInt32], as type: Code.Type
  ) {
    let start = unsafe codes.start(as: Code.self)
    let takesSum = needs.contains(.sum)
    let takesExtremes = !needs.isDisjoint(with: [.least, .greatest])
    unsafe groups.withUnsafeBufferPointer { groups in
      unsafe known.withUnsafeMutableBufferPointer { known in
        unsafe sums.withUnsafeMutableBufferPointer { sums in
          unsafe leastCodes.withUnsafeMutableBufferPointer { least in
            unsafe greatestCodes.withUnsafeMutableBufferPointer { greatest in
              let count = groups.count
              var row = 0
              // Rows of one group often follow each other: they are added up before the group is
              // touched.
              while row < count {
                let group = unsafe Int(groups[row])
                var found: UInt32 = 0
                var sum: UInt64 = 0
                var low = UInt64.max
                var high: UInt64 = 0
                repeat {
                  let code = unsafe UInt64(start[row])
                  if let missing {
                    let isKnown: UInt64 = missing[row] == 0 ? 1 : 0
                    found &+= UInt32(truncatingIfNeeded: isKnown)
                    sum &+= code &* isKnown
                    if takesExtremes, isKnown != 0 {
                      low = min(low, code)
                      high = max(high, code)
                    }
                  } else {
                    found &+= 1
                    sum &+= code
                    if takesExtremes {
                      low = min(low, code)
                      high = max(high, code)
                    }
                  }
                  row &+= 1
                } while unsafe row < count && Int(groups[row]) == group
                unsafe known[group] &+= found
                if takesSum { unsafe sums[group] &+= Int64(bitPattern: sum) }
                if takesExtremes {
                  if least.count > 0 { unsafe least[group] = min(least[group], low) }
                  if greatest.count > 0 { unsafe greatest[group] = max(greatest[group], high) }
                }
              }
            }
          }
        }
      }
    }
    if needs.contains(.values) {
      for row in groups.indices where (missing?[row] ?? 0) == 0 {
        unsafe kept[Int(groups[row])].append(UInt64(start[row]))
      }
    }
    guard let missing else { return }
    for row in missing.indices where missing[row] != 0 {
      note(missing[row], of: Int(groups[row]))
    }
  }

  private mutating func note(_ reason: UInt8, of group: Int) {
    lost[group] &+= 1
    join(reason, of: group)
  }

  private mutating func join(_ reason: UInt8, of group: Int) {
    let earlier = reasons[group]
    reasons[group] = earlier == 0 || earlier == reason ? reason : Self.mixed
  }

  /// Adds the moments of other rows: group n of theirs is group `groups[n]` here.
  package mutating func merge(_ other: Moments, groups: [UInt32]? = nil) {
    for theirs in other.known.indices where other.all(theirs) > 0 {
      let group = groups.map { Int($0[theirs]) } ?? theirs
      lost[group] &+= other.lost[theirs]
      known[group] &+= other.known[theirs]
      if other.reasons[theirs] != 0 { join(other.reasons[theirs], of: group) }
      if needs.contains(.sum) { sums[group] &+= other.sums[theirs] }
      if needs.contains(.values) { kept[group] += other.kept[theirs] }
      if needs.contains(.least) {
        leastCodes[group] = min(leastCodes[group], other.leastCodes[theirs])
      }
      if needs.contains(.greatest) {
        greatestCodes[group] = max(greatestCodes[group], other.greatestCodes[theirs])
      }
    }
  }

  /// How many groups there are.
  package var count: Int { known.count }

  /// How many rows a group has.
  package func all(_ group: Int) -> UInt32 { known[group] &+ lost[group] }

  /// The sum of a group's integers, or of its decimals times 10^scale.
  package func sum(_ group: Int) -> Int128 {
    Int128(sums[group]) + Int128(values.base) * Int128(known[group])
  }

  /// The scale of the decimals; 0 for integers.
  package var scale: UInt8 {
    if case .number(let scale) = values.meaning { return scale }
    return 0
  }

  /// The codes of a group's known rows, in no order, which rise with the values.
  package func codes(_ group: Int) -> [UInt64] { kept[group] }

  /// The number a code stands for.
  package func number(_ code: UInt64) -> Double {
    let whole = Double(values.base &+ Int64(bitPattern: code))
    return whole / values.divisor
  }

  /// The smallest value of each group; a filler where none is known.
  package var least: Column { extremes(leastCodes.map { $0 == .max ? 0 : $0 }) }

  /// The greatest value of each group; a filler where none is known.
  package var greatest: Column { extremes(greatestCodes) }

  private func extremes(_ codes: [UInt64]) -> Column {
    let packed = PackedCodes(codes, width: PackedCodes.Width(holding: UInt64(values.codeCount)))
    return Column(values.with(packed))
  }
}
