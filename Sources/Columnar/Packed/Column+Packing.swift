extension Column {
  /// The same column with its values as narrow codes, where they allow it: everything but numbers
  /// that are no decimals and whole numbers that lie too far apart.
  package func packing() -> Column {
    guard packed == nil, let values = Self.pack(storage) else { return self }
    return Column(values, missing: missing, coverage: coverage)
  }

  private static func pack(_ storage: Storage) -> PackedValues? {
    switch storage {
    case .boolean(let values):
      return PackedValues(
        .boolean, codeCount: 2, codes: codes(values.count, greatest: 1) { values[$0] ? 1 : 0 })
    case .integer(let values): return whole(.integer, values.count) { values[$0] }
    case .number(let values, let scale):
      guard let scale else { return nil }
      return whole(.number(scale: scale), values.count) {
        Int64(Decimals.scaled(values[$0], scale))
      }
    case .text(let codes, let dictionary):
      return PackedValues(
        .text(dictionary), codeCount: dictionary.count,
        codes: self.codes(codes.count, greatest: UInt64(max(dictionary.count, 1) - 1)) {
          UInt64(codes[$0])
        })
    case .date(let values): return whole(.date, values.count) { Int64(values[$0]) }
    case .period(let values):
      var known: [Period: UInt64] = [:]
      var periods: [Period] = []
      let codes = values.map { period -> UInt64 in
        // Periods that are equal may be written differently, and print back as written.
        if let code = known[period], periods[Int(code)].isWritten(like: period) { return code }
        let found = periods.firstIndex { $0.isWritten(like: period) }
        let code = UInt64(found ?? periods.count)
        if found == nil { periods.append(period) }
        if known[period] == nil { known[period] = code }
        return code
      }
      return PackedValues(
        .period(periods), codeCount: periods.count,
        codes: self.codes(codes.count, greatest: UInt64(max(periods.count, 1) - 1)) { codes[$0] })
    }
  }

  /// Whole numbers as their distance from the smallest.
  private static func whole(
    _ meaning: PackedValues.Meaning, _ count: Int, _ value: (Int) -> Int64
  ) -> PackedValues? {
    var least = count > 0 ? value(0) : 0
    var most = least
    for row in 0..<count {
      least = min(least, value(row))
      most = max(most, value(row))
    }
    // The number of codes must be an Int too.
    let (reach, overflow) = most.subtractingReportingOverflow(least)
    guard !overflow, reach < Int64.max else { return nil }
    return PackedValues(
      meaning, base: least, codeCount: Int(reach) + 1,
      codes: codes(count, greatest: UInt64(reach)) { UInt64(value($0) - least) })
  }

  private static func codes(
    _ count: Int, greatest: UInt64, _ code: (Int) -> UInt64
  ) -> PackedCodes {
    let width = PackedCodes.Width(holding: greatest)
    switch width {
    case .one: return fill(count, width, UInt8.self, code)
    case .two: return fill(count, width, UInt16.self, code)
    case .four: return fill(count, width, UInt32.self, code)
    case .eight: return fill(count, width, UInt64.self, code)
    }
  }

  private static func fill<Code: FixedWidthInteger & UnsignedInteger>(
    _ count: Int, _ width: PackedCodes.Width, _ type: Code.Type, _ code: (Int) -> UInt64
  ) -> PackedCodes {
    unsafe .filled(count: count, width: width, as: Code.self) { room in
      for row in 0..<count { unsafe room[row] = Code(truncatingIfNeeded: code(row)) }
    }
  }
}
