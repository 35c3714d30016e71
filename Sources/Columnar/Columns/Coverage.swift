/// How much of each cell is known: of `all` original rows, `known` had a value.
///
/// Invariant: both arrays have one entry a row, and `0 <= known[i] <= all[i]`.
package struct Coverage: Hashable, Sendable {
  package var known: [Int32]
  package var all: [Int32]

  /// Makes coverage of two arrays of equal length.
  package init(known: [Int32], all: [Int32]) {
    self.known = known
    self.all = all
  }

  /// Whether the row's value stands for less than all of its rows.
  package func isPartial(at row: Int) -> Bool { known[row] < all[row] }

  /// Whether any row is partly known.
  package var hasPartial: Bool { zip(known, all).contains { $0 < $1 } }
}
