package import Columnar

/// Some of the columns of a table, in their order, and where each of them stands among those.
package struct KeptColumns: Hashable, Sendable {
  /// The positions they had, rising.
  package let positions: [Int]
  private let places: [Int: Int]

  /// Keeps the columns at some positions.
  package init(_ wanted: Set<Int>) {
    positions = wanted.sorted()
    places = Dictionary(
      uniqueKeysWithValues: positions.enumerated().map { place, position in (position, place) })
  }

  /// Where the column that had a position is now; a column that was not kept has no meaning any
  /// more, and is given as the first.
  package func place(of position: Int) -> Int { places[position] ?? 0 }

  /// The fields kept of all there were.
  package func fields(of all: [Field]) -> [Field] {
    positions.compactMap { $0 < all.count ? all[$0] : nil }
  }
}
