extension Moments {
  /// The moments of some groups in an order of their own, ready for results.
  ///
  /// - Parameters:
  ///   - groups: the groups wanted.
  ///   - count: how many groups there are, some of which may have had no rows.
  package func settled(_ groups: [Int], count: Int, _ workers: RowWorkers = .one) -> Moments {
    var result = self
    var numbers: [UInt32]?
    result.grow(to: count)
    if groups.count != count || groups.indices.contains(where: { groups[$0] != $0 }) {
      result.known = Self.picked(result.known, groups)
      result.lost = Self.picked(result.lost, groups)
      result.reasons = Self.picked(result.reasons, groups)
      result.sums = Self.picked(result.sums, groups)
      result.leastCodes = Self.picked(result.leastCodes, groups)
      result.greatestCodes = Self.picked(result.greatestCodes, groups)
      if needs.contains(.values) {
        var places = [UInt32](repeating: .max, count: count)
        for (number, group) in groups.enumerated() { places[group] = UInt32(number) }
        numbers = places
      }
    }
    if needs.contains(.values) {
      (result.codes, result.starts) = result.codesByGroup(numbers)
      result.kept = []
      result.buckets = GroupBuckets(&result.codes, groups: result.starts, workers)
    }
    result.settle()
    return result
  }

  private static func picked<Element: BitwiseCopyable>(_ values: [Element], _ groups: [Int])
    -> [Element]
  {
    guard !values.isEmpty else { return [] }
    return unsafe [Element](unsafeUninitializedCapacity: groups.count) { room, filled in
      unsafe values.withUnsafeBufferPointer { values in
        for index in groups.indices {
          let group = groups[index]
          precondition(group >= 0 && group < values.count)
          unsafe room.initializeElement(at: index, to: values[group])
        }
      }
      filled = groups.count
    }
  }

  /// Works out which groups have no value, and the coverage.
  private mutating func settle() {
    if known.contains(0) { mask = reasonsOfNone }
    if hasPartial { coverage = counts }
  }

  /// For each group why it has no value; 0 where it has one.
  private var reasonsOfNone: [UInt8] {
    let unknown = MissingReason.unknown.rawValue
    return unsafe [UInt8](unsafeUninitializedCapacity: known.count) { room, filled in
      for group in known.indices {
        var reason: UInt8 = 0
        if known[group] == 0 {
          reason = lost.isEmpty ? 0 : reasons[group]
          if reason == 0 || reason == Self.mixed { reason = unknown }
        }
        unsafe room.initializeElement(at: group, to: reason)
      }
      filled = known.count
    }
  }

  /// How many rows of each group are known, and how many there are. There are at most as many as a
  /// 32-bit integer counts.
  package var counts: Coverage {
    Coverage(known: Self.added(known, []), all: Self.added(known, lost))
  }

  private static func added(_ known: [UInt32], _ lost: [UInt32]) -> [Int32] {
    unsafe [Int32](unsafeUninitializedCapacity: known.count) { room, filled in
      unsafe known.withUnsafeBufferPointer { known in
        unsafe lost.withUnsafeBufferPointer { lost in
          if lost.isEmpty {
            for group in known.indices {
              unsafe room.initializeElement(
                at: group, to: Int32(truncatingIfNeeded: known[group]))
            }
          } else {
            precondition(lost.count == known.count)
            for group in known.indices {
              unsafe room.initializeElement(
                at: group, to: Int32(truncatingIfNeeded: known[group] &+ lost[group]))
            }
          }
        }
      }
      filled = known.count
    }
  }

  /// A result by group, missing where a group has no value, with the coverage of those that are
  /// partly known. The moments are settled.
  package func finish(_ values: Column) -> Column {
    var result = values
    result.missing = mask
    result.coverage = coverage
    return result
  }

  /// How many known rows each group has, as a column.
  package var knownCounts: Column {
    guard rows > 0xFFFF else { return Column(.integer(known.map { Int64($0) })) }
    return Column(PackedValues(.integer, codeCount: rows + 1, codes: PackedCodes(known)))
  }

  /// The sums in 64 bits; nil when one of them does not fit.
  package var wholeSums: [Int64]? {
    let base = values.base
    var fits = true
    let result = unsafe [Int64](unsafeUninitializedCapacity: known.count) { room, filled in
      for group in known.indices {
        let (offset, overflow) = base.multipliedReportingOverflow(by: Int64(known[group]))
        let (sum, overflows) = offset.addingReportingOverflow(sums[group])
        if overflow || overflows { fits = false }
        unsafe room.initializeElement(at: group, to: sum)
      }
      filled = known.count
    }
    return fits ? result : nil
  }

  /// The smallest value of each group; a filler where none is known.
  package var least: Column { extremes(leastCodes) }

  /// The greatest value of each group; a filler where none is known.
  package var greatest: Column { extremes(greatestCodes) }

  private func extremes(_ codes: [UInt64]) -> Column {
    // The code of no value at all is none of the column's.
    let most = UInt64(max(values.codeCount, 1) - 1)
    let width = PackedCodes.Width(holding: most)
    return Column(values.with(PackedCodes(codes, most: most, width: width)))
  }
}
