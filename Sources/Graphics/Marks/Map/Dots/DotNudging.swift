/// Moves dots apart that touch.
enum DotNudging {
  /// The places, moved as little as it takes to be `distance` apart, as far as there is room.
  ///
  /// Pairs are gone through in order, and of each that is too near both go half of what is short,
  /// in the direction in which they lie from each other; dots in one place part in a direction
  /// that their numbers decide. This is done over until nothing moves, at most some thousand times.
  static func apart(
    _ places: [MapPoint], distance: Double, edge: Double,
    frame: (left: Double, top: Double, right: Double, bottom: Double)
  ) -> [MapPoint] {
    // Of length one, in whole numbers of twenty-fifths, so that they are the same everywhere.
    let directions = [(1, 0), (0.28, 0.96), (-0.8, 0.6), (0.6, -0.8), (-0.28, -0.96), (0.8, 0.6)]
    var places = places
    for _ in 0..<2000 {
      var isMoved = false
      for one in places.indices {
        for other in places.indices where other > one {
          let (dx, dy) = (places[other].x - places[one].x, places[other].y - places[one].y)
          let apart = (dx * dx + dy * dy).squareRoot()
          guard apart < distance - 0.01 else { continue }
          isMoved = true
          let step = (distance - apart) / 2
          let (ux, uy) =
            apart > 0.01
            ? (dx / apart, dy / apart) : directions[(one * 5 + other) % directions.count]
          places[one].x -= ux * step
          places[one].y -= uy * step
          places[other].x += ux * step
          places[other].y += uy * step
        }
        places[one].x = min(max(places[one].x, frame.left + edge), frame.right - edge)
        places[one].y = min(max(places[one].y, frame.top + edge), frame.bottom - edge)
      }
      if !isMoved { break }
    }
    return places
  }
}
