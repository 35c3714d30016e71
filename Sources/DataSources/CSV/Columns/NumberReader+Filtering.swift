import Columnar

extension NumberReader {
  /// So many different values are few.
  private static let few = 1 << 10

  var isWary: Bool { false }

  func lastRows(_ count: Int) -> Column? {
    let start = self.count - count
    let reasons = missing.reasons(last: count)
    switch form {
    // A column of integers that has a fraction has to be planned again.
    case .decimal where startsWhole, .float where startsWhole: return nil
    case .float: return Column(.number(Array(floats[start...]), scale: nil), missing: reasons)
    case .whole: return column(from: start, decimals: nil, missing: reasons)
    case .decimal(let decimals):
      return column(from: start, decimals: decimals, missing: reasons)
    }
  }

  /// The digits from a row on: as codes where there are few values, so that what is found out about
  /// these can be used for the next rows.
  private func column(from start: Int, decimals: Int?, missing reasons: [UInt8]?) -> Column {
    let room = unsafe digits.rows + start
    let (least, most) = extremes(from: start)
    let count = count - start
    let (reach, overflow) = most.subtractingReportingOverflow(least)
    guard !overflow, reach >= 0, reach < Self.few else {
      let rows = unsafe UnsafeBufferPointer(start: room, count: count)
      guard let decimals else { return Column(.integer(unsafe Array(rows)), missing: reasons) }
      let divisor = NumeralReader.power(decimals)
      return Column(
        .number(unsafe rows.map { Double($0) / divisor }, scale: nil), missing: reasons)
    }
    let codes = NarrowCodes(count: count, greatest: UInt64(reach)) {
      unsafe UInt64(bitPattern: room[$0] &- least)
    }
    let values = PackedValues(
      decimals.map { .number(scale: UInt8($0)) } ?? .integer, base: least,
      codeCount: Int(reach) + 1, codes: codes.packed)
    return Column(values, missing: reasons)
  }

  func keep(_ rows: [Int], of last: Int) {
    let start = count - last
    noteRange(from: start)
    if rows.count == last { return }
    if form == .float {
      for (place, row) in rows.enumerated() { floats[start + place] = floats[start + row] }
      floats.removeSubrange((start + rows.count)...)
    } else {
      let room = unsafe digits.rows + start
      for (place, row) in rows.enumerated() { unsafe room[place] = room[row] }
    }
    missing.keep(rows, of: last)
    count = start + rows.count
  }

  /// Takes note of the digits of rows that were just read.
  private func noteRange(from start: Int) {
    filtered.isFiltered = true
    guard form != .float, let found = knownRange(from: start) else { return }
    guard let range = filtered.range else {
      filtered.range = found
      return
    }
    filtered.range =
      min(range.lowerBound, found.lowerBound)...max(range.upperBound, found.upperBound)
  }
}

extension ClosedRange<Int64> {
  /// The range of products; nil when one of them is not below a limit in magnitude.
  func multiplied(by factor: Int64, below limit: UInt64) -> Self? {
    let (lower, isLow) = lowerBound.multipliedReportingOverflow(by: factor)
    let (upper, isHigh) = upperBound.multipliedReportingOverflow(by: factor)
    guard !isLow, !isHigh, lower.magnitude < limit, upper.magnitude < limit else { return nil }
    return lower...upper
  }
}
