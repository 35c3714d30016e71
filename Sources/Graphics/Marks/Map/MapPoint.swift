/// A point of a map: metres to the east and to the north.
package struct MapPoint: Sendable, Hashable {
  package var x: Double
  package var y: Double

  /// Makes a point.
  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// The square of the distance to another point.
  func squaredDistance(to other: MapPoint) -> Double {
    let (dx, dy) = (x - other.x, y - other.y)
    return dx * dx + dy * dy
  }
}

/// A region as polygons: each the outer ring first, then its holes; a ring ends where it begins.
package typealias MapShape = [[[MapPoint]]]

/// From metres to pixels: the whole of a map within a frame, north up.
struct MapScale {
  /// Pixels for a metre.
  let factor: Double
  private let west: Double
  private let north: Double
  private let left: Double
  private let top: Double
  /// The size of the map in pixels.
  let width: Double
  let height: Double

  /// A scale that fits points in a frame; nil when there are none.
  init?(
    _ points: some Sequence<MapPoint>, left: Double, top: Double, width: Double, height: Double
  ) {
    var box: (west: Double, east: Double, south: Double, north: Double)?
    for point in points {
      box =
        box.map {
          (
            min($0.west, point.x), max($0.east, point.x), min($0.south, point.y),
            max($0.north, point.y)
          )
        } ?? (point.x, point.x, point.y, point.y)
    }
    guard let box else { return nil }
    // A single point has no size: it stands in the middle of a kilometre.
    let across = max(box.east - box.west, 1)
    let down = max(box.north - box.south, 1)
    let factor = min(width / across, height / down)
    self.factor = factor
    self.width = across * factor
    self.height = down * factor
    west = box.west
    north = box.north
    self.left = left + (width - across * factor) / 2
    self.top = top
  }

  /// Where a point stands.
  func place(_ point: MapPoint) -> MapPoint {
    MapPoint(x: left + (point.x - west) * factor, y: top + (north - point.y) * factor)
  }
}
