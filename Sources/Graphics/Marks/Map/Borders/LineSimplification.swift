/// Leaves out points of a line that hardly change it.
enum LineSimplification {
  /// The line without points that lie within `tolerance` of what is left, ends included.
  ///
  /// The method of D. Douglas and T. Peucker (1973): the point furthest from the straight line
  /// between the ends stays when it is further than the tolerance, and both parts are looked at in
  /// the same way. A closed line is measured from its end, so that it keeps an inside.
  static func simplified(_ line: [GridPoint], tolerance: Double) -> [GridPoint] {
    guard line.count > 2 else { return line }
    var isKept = [Bool](repeating: false, count: line.count)
    isKept[0] = true
    isKept[line.count - 1] = true
    var parts = [(0, line.count - 1)]
    while let (first, last) = parts.popLast() {
      var furthest = (index: first, distance: tolerance * tolerance)
      for index in (first + 1)..<max(last, first + 1) {
        let distance = squaredDistance(line[index], line[first], line[last])
        if distance > furthest.distance { furthest = (index, distance) }
      }
      guard furthest.index > first else { continue }
      isKept[furthest.index] = true
      parts.append((first, furthest.index))
      parts.append((furthest.index, last))
    }
    return line.indices.filter { isKept[$0] }.map { line[$0] }
  }

  /// The square of the distance from a point to the straight piece between two others.
  private static func squaredDistance(
    _ point: GridPoint, _ from: GridPoint, _ to: GridPoint
  ) -> Double {
    let (dx, dy) = (Double(to.x - from.x), Double(to.y - from.y))
    let (px, py) = (Double(point.x - from.x), Double(point.y - from.y))
    let length = dx * dx + dy * dy
    guard length > 0 else { return px * px + py * py }
    let along = min(max((px * dx + py * dy) / length, 0), 1)
    let (ex, ey) = (px - along * dx, py - along * dy)
    return ex * ex + ey * ey
  }
}
