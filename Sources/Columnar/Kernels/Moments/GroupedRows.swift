/// The group of each row, looked at once for all that is worked out of the rows.
package struct GroupedRows: Sendable {
  /// The number of each row's group.
  package let groups: [UInt32]
  /// The greatest group, where groups mostly change from row to row; else nil: rows that follow each
  /// other in a group are taken together.
  let scatteredMost: UInt32?

  /// Looks at the groups of rows.
  package init(_ groups: [UInt32]) {
    self.groups = groups
    guard Self.isScattered(groups) else {
      scatteredMost = nil
      return
    }
    var most: UInt32 = 0
    for group in groups { most = max(most, group) }
    scatteredMost = most
  }

  /// Whether groups mostly change from row to row. Goes by some rows in the middle.
  private static func isScattered(_ groups: [UInt32]) -> Bool {
    let first = groups.count / 2
    let some = first..<min(first + 256, groups.count)
    let changes = some.dropLast().reduce(0) { $0 + (groups[$1] == groups[$1 + 1] ? 0 : 1) }
    return changes * 4 > some.count
  }
}
