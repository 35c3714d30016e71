/// Lines within a polygon.
extension Hatching {
  /// The lines of a direction within a closed polygon, `spacing` pixels apart along the sides.
  ///
  /// All lines lie on one pattern, whatever the polygon, so that parts of one area match.
  static func steps(
    _ direction: Direction, within polygon: [(x: Double, y: Double)], spacing: Double
  ) -> [PathElement.Step] {
    guard direction != .none, polygon.count > 2 else { return [] }
    /// Which line of the pattern a point is on, as lines and parts of one.
    func line(_ point: (x: Double, y: Double)) -> Double {
      switch direction {
      case .none, .horizontal: point.y / spacing
      case .vertical: point.x / spacing
      case .rising: (point.x + point.y) / spacing
      case .falling: (point.y - point.x) / spacing
      }
    }
    var crossings: [(line: Int, x: Double, y: Double)] = []
    for (index, from) in polygon.enumerated() {
      let to = polygon[(index + 1) % polygon.count]
      let (first, last) = (line(from), line(to))
      guard first.isFinite, last.isFinite, first != last else { continue }
      // Half a line off, so that corners in whole pixels are on none.
      var next = (min(first, last) - 0.5).rounded(.up)
      while next + 0.5 < max(first, last) {
        let part = (next + 0.5 - first) / (last - first)
        crossings.append(
          (Int(next), from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part))
        next += 1
      }
    }
    crossings.sort { ($0.line, $0.x, $0.y) < ($1.line, $1.x, $1.y) }
    var steps: [PathElement.Step] = []
    var index = 0
    while index + 1 < crossings.count {
      let (one, other) = (crossings[index], crossings[index + 1])
      guard one.line == other.line else {
        index += 1
        continue
      }
      steps += [.move(one.x, one.y), .line(other.x, other.y)]
      index += 2
    }
    return steps
  }
}
