import Columnar
import Planning

/// The keys of both tables as numbers: equal keys have the same one, a key with a missing part -1.
struct JoinNumbers {
  let left: [Int]
  let right: [Int]
  /// Numbers are below this.
  let count: Int

  init(_ left: Table, _ right: Table, _ on: [JoinPair]) {
    var encoder = KeyEncoder(columnCount: on.count)
    let lefts = on.map { left.columns[$0.left] }
    let rights = on.map { right.columns[$0.right] }
    let first = Self.columns(lefts, beside: rights)
    let second = Self.columns(rights, beside: lefts)
    let ids = encoder.encode(first, count: left.count).ids
    let others = encoder.encode(second, count: right.count).ids
    self.left = Self.known(ids, first)
    self.right = Self.known(others, second)
    count = encoder.count
  }

  /// Integers beside numbers are compared as numbers.
  private static func columns(_ columns: [Column], beside others: [Column]) -> [Column] {
    zip(columns, others).map { column, other in
      guard column.type != other.type, let numbers = column.numbers else { return column }
      return Column(.number(numbers, scale: nil), missing: column.missing)
    }
  }

  private static func known(_ ids: [UInt32], _ columns: [Column]) -> [Int] {
    let missing = MissingMasks.leftmost(columns, count: ids.count)
    return ids.indices.map { row in
      (missing?[row] ?? 0) == 0 ? Int(ids[row]) : -1
    }
  }
}

/// The rows of the other table by key, in their order.
struct RightRows {
  /// The first row of each key, or -1.
  private(set) var first: [Int]
  /// The next row with the same key, or -1.
  private(set) var next: [Int]
  /// The first row whose key was there before.
  private(set) var firstTwice: Int?

  init(_ ids: [Int], count: Int) {
    first = [Int](repeating: -1, count: count)
    next = [Int](repeating: -1, count: ids.count)
    var last = first
    for (row, id) in ids.enumerated() where id >= 0 {
      if first[id] < 0 {
        first[id] = row
      } else {
        next[last[id]] = row
        if firstTwice == nil { firstTwice = row }
      }
      last[id] = row
    }
  }
}
