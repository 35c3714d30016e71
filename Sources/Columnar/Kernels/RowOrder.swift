/// Orders row numbers by ranks.
package enum RowOrder {
  /// Ranks of rows, `Int.max` for missing ones.
  package struct Key {
    package let ranks: [Int]
    package let isDescending: Bool

    /// Makes a key of ranks, one a row.
    package init(ranks: [Int], isDescending: Bool) {
      self.ranks = ranks
      self.isDescending = isDescending
    }
  }

  /// Rows beyond which sorting digit by digit pays.
  private static let many = 1 << 12

  /// The rows in order; rows with equal ranks keep theirs. Missing ones come last either way.
  package static func sorted(_ count: Int, by keys: [Key]) -> [Int] {
    if count >= many, let sorted = RadixOrder.sorted(count, by: keys) { return sorted }
    return (0..<count).sorted { precedes($0, $1, keys) }
  }

  /// The first `limit` rows of ``sorted(_:by:)``, without ordering the others.
  package static func first(_ limit: Int, of count: Int, by keys: [Key]) -> [Int] {
    guard limit > 0 else { return [] }
    guard limit < count / 8 else { return Array(sorted(count, by: keys).prefix(limit)) }
    // A heap of the best rows so far with the worst of them on top.
    var heap: [Int] = []
    heap.reserveCapacity(limit)
    for row in 0..<count {
      if heap.count < limit {
        heap.append(row)
        rise(&heap, keys)
      } else if precedes(row, heap[0], keys) {
        heap[0] = row
        sink(&heap, keys)
      }
    }
    return heap.sorted { precedes($0, $1, keys) }
  }

  private static func rise(_ heap: inout [Int], _ keys: [Key]) {
    var place = heap.count - 1
    while place > 0, precedes(heap[(place - 1) / 2], heap[place], keys) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private static func sink(_ heap: inout [Int], _ keys: [Key]) {
    var place = 0
    while true {
      var worst = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
        if precedes(heap[worst], heap[child], keys) { worst = child }
      }
      if worst == place { return }
      heap.swapAt(place, worst)
      place = worst
    }
  }

  private static func precedes(_ left: Int, _ right: Int, _ keys: [Key]) -> Bool {
    for key in keys {
      let first = key.ranks[left]
      let second = key.ranks[right]
      if first == second { continue }
      if first == Int.max { return false }
      if second == Int.max { return true }
      return key.isDescending ? first > second : first < second
    }
    return left < right
  }
}
