/// Gives rows with equal keys the same number, over any number of batches.
///
/// A missing key is a value of its own, whatever its reason. Numbers are given in order of first
/// appearance, which never shows in a result: groups are sorted by their keys afterwards.
package struct KeyEncoder {
  private var columns: [ValueEncoder]
  private var pairs: [[UInt64: UInt32]]
  /// How many distinct keys have been seen.
  package private(set) var count = 0

  /// Makes an encoder for keys of so many columns; without columns all rows are one group.
  package init(columnCount: Int) {
    columns = (0..<columnCount).map { _ in ValueEncoder() }
    pairs = Array(repeating: [:], count: columnCount)
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
      var pair = pairs[index]
      pairs[index] = [:]
      for row in 0..<rows {
        let combined = UInt64(ids[row]) << 32 | UInt64(codes[row])
        if let id = pair[combined] {
          ids[row] = id
        } else {
          let id = UInt32(pair.count)
          pair[combined] = id
          ids[row] = id
        }
      }
      pairs[index] = pair
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
    var codes: [UInt32]
    switch column.storage {
    case .boolean(let values): codes = values.map { $0 ? 2 : 1 }
    case .integer(let values): codes = values.map { code($0, \.integers) }
    case .number(let values, _): codes = values.map { code($0, \.numbers) }
    case .date(let values): codes = values.map { code(Int64($0), \.integers) }
    case .period(let values): codes = values.map { code($0, \.periods) }
    case .text(let own, let dictionary):
      // Only entries in use get a code: a filtered column keeps its whole dictionary.
      var map = [UInt32](repeating: 0, count: dictionary.entries.count)
      codes = own
      for row in own.indices {
        let entry = Int(own[row])
        guard entry < map.count else { continue }
        if map[entry] == 0 { map[entry] = code(dictionary.entries[entry], \.texts) }
        codes[row] = map[entry]
      }
    }
    if let missing = column.missing {
      for (row, reason) in missing.enumerated() where reason != 0 { codes[row] = 0 }
    }
    return codes
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
