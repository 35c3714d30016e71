/// Borders of regions in pixels, simplified so that neighbours keep the same line between them.
///
/// Points are snapped to a grid, which makes points of neighbours meet that differ in their last
/// digits. Rings are then cut where borders part, and each piece is simplified by itself and always
/// in the same direction: the two regions along it get the same points. A region of several shapes,
/// as after a merger, loses the borders between them.
struct BorderNetwork {
  /// The rings of each region, as pixels; no region is without one.
  private(set) var rings: [[[GridPoint]]] = []

  /// How far a line may be from the one it stands for, in places of the grid.
  private static let tolerance = 0.8

  /// Makes the borders of regions, each of them the shapes that belong to it.
  init(_ regions: [[MapShape]], scale: MapScale) {
    var snapped: [[[GridPoint]]] = []
    for shapes in regions {
      let rings = shapes.flatMap { Self.snapped($0, scale) }
      snapped.append(shapes.count > 1 ? RingMerging.merged(rings) : rings)
    }
    let junctions = Junctions(snapped)
    for (index, region) in snapped.enumerated() {
      let simple = region.map { junctions.simplified($0, tolerance: Self.tolerance) }
      let visible = simple.filter(Self.isVisible)
      rings.append(visible.isEmpty ? [Self.speck(regions[index], scale)] : visible)
    }
  }

  /// The outer border of all regions together.
  var coast: [[GridPoint]] { RingMerging.merged(rings.flatMap { $0 }) }

  /// The rings of a shape on the grid, outer ones one way round and holes the other, so that
  /// the holes stay open; what has fewer than three points left is gone.
  private static func snapped(_ shape: MapShape, _ scale: MapScale) -> [[GridPoint]] {
    var rings: [[GridPoint]] = []
    for polygon in shape {
      for (index, ring) in polygon.enumerated() {
        var points: [GridPoint] = []
        points.reserveCapacity(ring.count)
        for point in ring {
          let place = GridPoint(scale.place(point))
          if points.last != place { points.append(place) }
        }
        points = Self.withoutSpikes(points)
        guard points.count > 2 else { continue }
        let isOuter = index == 0
        rings.append((doubleArea(points) > 0) == isOuter ? points : points.reversed())
      }
    }
    return rings
  }

  /// The ring without pieces that are walked there and back, and without the first point at its end.
  private static func withoutSpikes(_ ring: [GridPoint]) -> [GridPoint] {
    var points: [GridPoint] = []
    points.reserveCapacity(ring.count)
    for point in ring {
      if points.count > 1, points[points.count - 2] == point {
        points.removeLast()
      } else if points.last != point {
        points.append(point)
      }
    }
    while points.count > 1, points.first == points.last { points.removeLast() }
    return points
  }

  /// Twice the area within a ring, negative when it goes round the other way.
  static func doubleArea(_ ring: [GridPoint]) -> Int {
    guard var last = ring.last else { return 0 }
    var area = 0
    for point in ring {
      area += Int(last.x) * Int(point.y) - Int(point.x) * Int(last.y)
      last = point
    }
    return area
  }

  /// Whether a ring covers half a square pixel or more.
  private static func isVisible(_ ring: [GridPoint]) -> Bool {
    ring.count > 2 && doubleArea(ring).magnitude >= 4
  }

  /// A square of two pixels for a region too small to be seen, so that none is lost.
  private static func speck(_ shapes: [MapShape], _ scale: MapScale) -> [GridPoint] {
    let point = shapes.first?.first?.first?.first ?? MapPoint(x: 0, y: 0)
    let place = GridPoint(scale.place(point))
    return [(-2, -2), (2, -2), (2, 2), (-2, 2)].map {
      GridPoint(x: place.x + $0.0, y: place.y + $0.1)
    }
  }
}
