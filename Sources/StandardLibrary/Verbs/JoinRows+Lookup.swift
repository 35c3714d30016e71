import Columnar
import Planning

extension JoinRows {
  /// Whether a row has at most one of the other table, and there are no rows of that alone.
  private var hasPartners: Bool { asof == nil && kind != .full && !(isMany && kind.addsColumns) }

  func lookingUpRows() -> (any TableCombination)? {
    guard hasPartners else { return nil }
    var join = self
    join.looksUpRows = true
    return join
  }

  /// A cell for each key of the left table; nil when there would be more than `most`, or a row can
  /// have several partners.
  func grid(_ left: Table, most: Int) -> KeyGrid? {
    guard hasPartners, left.count <= Int(Int32.max) else { return nil }
    return KeyGrid(on.map { left.columns[$0.left] }, most: most)
  }

  func lookup(for left: Table, in right: Table, rows: Int) -> (any RowLookup)? {
    // Every key there can be is looked up, and gone through with each batch: of many it is not.
    guard let grid = grid(left, most: max(1 << 12, min(rows / 16, 1 << 15))) else { return nil }
    let lookup = KeyLookup(self, left, right, grid, keys: Array(0..<grid.cellCount))
    return lookup.firstTwice == nil ? lookup : nil
  }
}
