/// Gives rows with equal keys the same number, over any number of batches.
///
/// A missing key is a value of its own, whatever its reason. Numbers are given in order of first
/// appearance, which never shows in a result: groups are sorted by their keys afterwards.
package struct KeyEncoder {
  private var columns: [ValueEncoder]
  private var pairs: [PairTable]
  /// How many distinct keys have been seen.
  package private(set) var count = 0

  /// Makes an encoder for keys of so many columns; without columns all rows are one group.
  package init(columnCount: Int) {
    columns = (0..<columnCount).map { _ in ValueEncoder() }
    pairs = Array(repeating: PairTable(), count: columnCount)
  }

  /// The number of each row's key, and the rows at which a new key was met, in order.
  package mutating func encode(_ keys: [Column], count rows: Int) -> (
    ids: [UInt32], firstRows: [Int]
  ) {
    guard !keys.isEmpty else {
      let isNew = count == 0 && rows > 0
      if isNew { count = 1 }
      return ([UInt32](repeating: 0, count: rows), isNew ? [0] : [])
    }
    // Column by column the number of the key so far and the column's code make a new number,
    // without gaps, in order of first appearance.
    var ids = [UInt32](repeating: 0, count: rows)
    for index in keys.indices {
      let codes = columns[index].encode(keys[index])
      pairs[index].number(&ids, codes)
    }
    var firstRows: [Int] = []
    for row in 0..<rows where Int(ids[row]) >= count {
      firstRows.append(row)
      count += 1
    }
    return (ids, firstRows)
  }
}

/// Numbers the distinct values of one column.
private struct ValueEncoder {
  private var integers: [Int64: UInt32] = [:]
  private var numbers: [Double: UInt32] = [:]
  private var texts: [String: UInt32] = [:]
  private var periods: [Period: UInt32] = [:]
  /// The code of missing; 0 is kept for it.
  private var next: UInt32 = 1

  mutating func encode(_ column: Column) -> [UInt32] {
    if let codes = encodeDistinct(column) { return codes }
    var codes: [UInt32]
    switch column.storage {
    case .boolean(let values): codes = values.map { $0 ? 2 : 1 }
    case .integer(let values): codes = values.map { code($0, \.integers) }
    case .number(let values, _): codes = values.map { code($0, \.numbers) }
    case .date(let values): codes = values.map { code(Int64($0), \.integers) }
    case .period(let values): codes = values.map { code($0, \.periods) }
    case .text(let own, let dictionary):
      // Only entries in use get a code: a filtered column keeps its whole dictionary.
      var map = [UInt32](repeating: 0, count: dictionary.count)
      codes = own
      for row in own.indices where (column.missing?[row] ?? 0) == 0 {
        let entry = Int(own[row])
        guard entry < map.count else { continue }
        if map[entry] == 0 { map[entry] = code(dictionary[entry], \.texts) }
        codes[row] = map[entry]
      }
    }
    if let missing = column.missing {
      for (row, reason) in missing.enumerated() where reason != 0 { codes[row] = 0 }
    }
    return codes
  }

  /// The codes of a packed column: each value in use is looked up once. Nil when that is not
  /// worth it.
  private mutating func encodeDistinct(_ column: Column) -> [UInt32]? {
    guard let packed = column.packed, packed.codeCount <= max(1 << 16, column.count) else {
      return nil
    }
    var map = [UInt32](repeating: 0, count: max(packed.codeCount, 1))
    var codes = [UInt32](repeating: 0, count: column.count)
    packed.codes.addCells(&codes, stride: 1, missing: nil, missingCode: 0)
    for row in codes.indices {
      guard (column.missing?[row] ?? 0) == 0 else {
        codes[row] = 0
        continue
      }
      let own = Int(codes[row])
      if map[own] == 0 { map[own] = code(of: packed.value(of: UInt64(own))) }
      codes[row] = map[own]
    }
    return codes
  }

  private mutating func code(of value: Value) -> UInt32 {
    switch value {
    case .boolean(let flag): flag ? 2 : 1
    case .integer(let whole): code(whole, \.integers)
    case .number(let number): code(number, \.numbers)
    case .text(let text): code(text, \.texts)
    case .date(let date): code(Int64(date.days), \.integers)
    case .period(let period): code(period, \.periods)
    case .missing: 0
    }
  }

  private mutating func code<Key: Hashable>(
    _ value: Key, _ table: WritableKeyPath<Self, [Key: UInt32]>
  ) -> UInt32 {
    if let code = self[keyPath: table][value] { return code }
    let code = next
    next += 1
    self[keyPath: table][value] = code
    return code
  }
}
