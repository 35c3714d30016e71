/// Lines between tiles of different groups, such as provinces.
enum GroupBorders {
  /// The lines, each as long as it goes straight; none where a group borders on nothing.
  static func steps(
    _ layout: TileLayout, groups: [String], left: Double, top: Double, side: Double
  ) -> [PathElement.Step] {
    var groupOfTile: [TileLayout.Tile: String] = [:]
    for (tile, group) in zip(layout.tiles, groups) { groupOfTile[tile] = group }
    func isBorder(_ one: (Int, Int), _ other: (Int, Int)) -> Bool {
      guard let first = groupOfTile[TileLayout.Tile(column: one.0, row: one.1)],
        let second = groupOfTile[TileLayout.Tile(column: other.0, row: other.1)]
      else { return false }
      return first != second
    }
    var steps: [PathElement.Step] = []
    for column in 0..<layout.columns {
      steps += runs(layout.rows) { isBorder((column, $0), (column + 1, $0)) }.flatMap { run in
        let x = left + Double(column + 1) * side
        return [
          PathElement.Step.move(x, top + Double(run.lowerBound) * side),
          .line(x, top + Double(run.upperBound) * side),
        ]
      }
    }
    for row in 0..<layout.rows {
      steps += runs(layout.columns) { isBorder(($0, row), ($0, row + 1)) }.flatMap { run in
        let y = top + Double(row + 1) * side
        return [
          PathElement.Step.move(left + Double(run.lowerBound) * side, y),
          .line(left + Double(run.upperBound) * side, y),
        ]
      }
    }
    return steps
  }

  /// The runs of places for which something holds.
  private static func runs(_ count: Int, _ holds: (Int) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for place in 0..<count where holds(place) {
      if let last = runs.last, last.upperBound == place {
        runs[runs.count - 1] = last.lowerBound..<(place + 1)
      } else {
        runs.append(place..<(place + 1))
      }
    }
    return runs
  }
}
