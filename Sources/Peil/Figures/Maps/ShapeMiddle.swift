import Graphics

/// The middle of the area of a shape.
enum ShapeMiddle {
  /// The centre of gravity of the largest polygon without its holes; nil for a shape without area.
  static func of(_ polygons: MapShape) -> MapPoint? {
    var best: (area: Double, middle: MapPoint)?
    for ring in polygons.compactMap(\.first) {
      guard let first = ring.first else { continue }
      // Distances to a point of the ring, so that large coordinates lose no digits.
      var (area, x, y) = (0.0, 0.0, 0.0)
      for (from, to) in zip(ring, ring.dropFirst()) {
        let (ax, ay) = (from.x - first.x, from.y - first.y)
        let (bx, by) = (to.x - first.x, to.y - first.y)
        let cross = ax * by - bx * ay
        area += cross
        x += (ax + bx) * cross
        y += (ay + by) * cross
      }
      guard area != 0, area.magnitude > best?.area ?? 0 else { continue }
      best = (
        area.magnitude, MapPoint(x: first.x + x / (3 * area), y: first.y + y / (3 * area))
      )
    }
    return best?.middle
  }
}
