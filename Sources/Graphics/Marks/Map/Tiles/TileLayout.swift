/// A place for each region on a grid of equal tiles, near where it lies.
///
/// Of all ways to give each region a tile of its own this one has the smallest sum of squared
/// displacements, so that regions stay near their neighbours and the country keeps its outline.
/// The tiles are as large as the space a region has on average.
package struct TileLayout: Sendable, Equatable {
  /// A tile, counted from the left and the top.
  package struct Tile: Sendable, Hashable {
    package let column: Int
    package let row: Int
  }

  /// The tile of each region, in their order.
  package let tiles: [Tile]
  /// The side of a tile in the unit of the points.
  package let side: Double
  package let columns: Int
  package let rows: Int

  /// Lays out regions by their middles; the same points give the same tiles, in any order of
  /// regions that differ.
  ///
  /// Complexity: at most the square of the number of regions times that of the tiles; some
  /// milliseconds for all municipalities.
  package init(_ points: [MapPoint]) {
    side = Self.side(points)
    let west = points.map(\.x).min() ?? 0
    let north = points.map(\.y).max() ?? 0
    let side = side
    let places = points.map { MapPoint(x: ($0.x - west) / side, y: (north - $0.y) / side) }
    let across = Int((places.map(\.x).max() ?? 0).rounded(.up))
    let down = Int((places.map(\.y).max() ?? 0).rounded(.up))
    var margin = 2
    // There must be more tiles than regions, also when all of them lie in one place.
    while (across + 2 * margin) * (down + 2 * margin) < 2 * points.count { margin += 1 }
    var cells: [Tile] = []
    for row in -margin...(down + margin) {
      for column in -margin...(across + margin) { cells.append(Tile(column: column, row: row)) }
    }
    // In a fixed order, so that the order in which regions are given decides nothing.
    let order = places.indices.sorted {
      (places[$0].y, places[$0].x) < (places[$1].y, places[$1].x)
    }
    let chosen = Assignment.columns(rows: order.count, columns: cells.count) { row, column in
      let (place, cell) = (places[order[row]], cells[column])
      return place.squaredDistance(to: MapPoint(x: Double(cell.column), y: Double(cell.row)))
    }
    let found = chosen.map { cells[$0] }
    let left = found.map(\.column).min() ?? 0
    let top = found.map(\.row).min() ?? 0
    var tiles = [Tile](repeating: Tile(column: 0, row: 0), count: points.count)
    for (index, tile) in zip(order, found) {
      tiles[index] = Tile(column: tile.column - left, row: tile.row - top)
    }
    self.tiles = tiles
    columns = (tiles.map(\.column).max() ?? -1) + 1
    rows = (tiles.map(\.row).max() ?? -1) + 1
  }

  /// The side of a square as large as the space of a region: the root of the mean square of the
  /// distances to its four nearest neighbours, as on a square grid.
  private static func side(_ points: [MapPoint]) -> Double {
    var sum = 0.0
    var count = 0
    for (index, point) in points.enumerated() {
      var nearest = [Double](repeating: .infinity, count: 4)
      for (other, neighbour) in points.enumerated() where other != index {
        var distance = point.squaredDistance(to: neighbour)
        guard distance < nearest[3] else { continue }
        for place in nearest.indices where distance < nearest[place] {
          swap(&distance, &nearest[place])
        }
      }
      for distance in nearest where distance < .infinity {
        sum += distance
        count += 1
      }
    }
    return sum > 0 ? (sum / Double(count)).squareRoot() : 1
  }
}
