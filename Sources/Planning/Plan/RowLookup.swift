package import Columnar

/// A combination of two tables that is made ready for one of them, so that rows of the other can go
/// through it a batch at a time: at most one row of the right table belongs to each of the left.
package protocol RowLookup: Sendable {
  /// What a batch of the left table becomes, and which keys it has.
  func apply(_ batch: Batch) -> (rows: Batch, keys: MetKeys)
  /// Says of all batches, whose keys come in their order, what the combination says of whole tables.
  func say(_ keys: [MetKeys], _ note: (Note) -> Void)
}

/// The keys that some rows have, by the number of the key.
package struct MetKeys: Sendable {
  /// Whether a key occurs.
  package private(set) var isMet: [Bool]
  /// The keys without a partner, each once, in the order of their first rows.
  package private(set) var alone: [Int]
  /// How many rows have no key, for a part of it is missing.
  package private(set) var rowsWithout: Int

  /// Makes it of no rows, for so many keys.
  package init(count: Int) {
    self.init(isMet: [Bool](repeating: false, count: count), alone: [], rowsWithout: 0)
  }

  /// Makes it of what was found out about some rows.
  package init(isMet: [Bool], alone: [Int], rowsWithout: Int) {
    self.isMet = isMet
    self.alone = alone
    self.rowsWithout = rowsWithout
  }

  /// Adds the keys of rows that come after these.
  package mutating func add(_ later: MetKeys) {
    // A key that these rows have too stands among those without a partner already.
    alone += later.alone.filter { !isMet[$0] }
    for key in isMet.indices where later.isMet[key] { isMet[key] = true }
    rowsWithout += later.rowsWithout
  }
}
