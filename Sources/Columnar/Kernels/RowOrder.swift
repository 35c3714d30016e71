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

  /// The rows in order; rows with equal ranks keep theirs. Missing ones come last either way.
  package static func sorted(_ count: Int, by keys: [Key]) -> [Int] {
    (0..<count).sorted { left, right in
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
}
