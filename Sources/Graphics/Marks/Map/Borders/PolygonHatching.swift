/// Lines within rings, for regions without a value.
enum PolygonHatching {
  /// Rising lines, `spacing` places of the grid apart, within the rings taken together.
  ///
  /// All lines of a map lie on one pattern, so that hatched neighbours look like one area.
  static func steps(_ rings: [[GridPoint]], spacing: Int) -> [PathElement.Step] {
    var crossings: [(line: Int, x: Double)] = []
    for ring in rings {
      for index in ring.indices {
        let (from, to) = (ring[index], ring[(index + 1) % ring.count])
        // A rising line is where x + y is the same; half a place off, so that no corner is on it.
        let (first, last) = (Int(from.x) + Int(from.y), Int(to.x) + Int(to.y))
        guard first != last else { continue }
        let (low, high) = (min(first, last), max(first, last))
        var line = (low + spacing - 1).quotientFloor(spacing)
        while Double(line * spacing) + 0.5 < Double(high) {
          let sum = Double(line * spacing) + 0.5
          if sum > Double(low) {
            let part = (sum - Double(first)) / Double(last - first)
            crossings.append((line, Double(from.x) + part * Double(to.x - from.x)))
          }
          line += 1
        }
      }
    }
    crossings.sort { ($0.line, $0.x) < ($1.line, $1.x) }
    var steps: [PathElement.Step] = []
    var index = 0
    while index + 1 < crossings.count {
      let (one, other) = (crossings[index], crossings[index + 1])
      guard one.line == other.line else {
        index += 1
        continue
      }
      let sum = Double(one.line * spacing) + 0.5
      steps.append(.move(one.x / GridPoint.perPixel, (sum - one.x) / GridPoint.perPixel))
      steps.append(.line(other.x / GridPoint.perPixel, (sum - other.x) / GridPoint.perPixel))
      index += 2
    }
    return steps
  }
}

extension Int {
  /// The quotient, rounded down.
  fileprivate func quotientFloor(_ divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor != 0 && (self < 0) != (divisor < 0) ? quotient - 1 : quotient
  }
}
