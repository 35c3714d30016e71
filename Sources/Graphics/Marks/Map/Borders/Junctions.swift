/// The points at which borders part: where more than two regions meet, or two and the sea.
struct Junctions {
  private let points: Set<GridPoint>

  /// Finds them: a point is one when it has other neighbours in one ring than in another.
  init(_ regions: [[[GridPoint]]]) {
    var neighbours: [GridPoint: (GridPoint, GridPoint)] = [:]
    neighbours.reserveCapacity(regions.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } })
    var points: Set<GridPoint> = []
    for ring in regions.joined() {
      for index in ring.indices {
        let before = ring[index == 0 ? ring.count - 1 : index - 1]
        let after = ring[index == ring.count - 1 ? 0 : index + 1]
        guard let known = neighbours[ring[index]] else {
          neighbours[ring[index]] = (before, after)
          continue
        }
        let isSame =
          known == (before, after) || known == (after, before)
        if !isSame { points.insert(ring[index]) }
      }
    }
    self.points = points
  }

  /// A ring with its pieces between junctions simplified.
  func simplified(_ ring: [GridPoint], tolerance: Double) -> [GridPoint] {
    guard let first = start(of: ring) else { return ring }
    var result: [GridPoint] = []
    var piece = [ring[first]]
    for step in 1...ring.count {
      let point = ring[(first + step) % ring.count]
      piece.append(point)
      guard step == ring.count || points.contains(point) else { continue }
      result += Self.oneWay(piece, tolerance).dropLast()
      piece = [point]
    }
    return result
  }

  /// Where to begin: at a junction, else at the point furthest to the left and then to the top,
  /// which is the same for both sides of the ring.
  private func start(of ring: [GridPoint]) -> Int? {
    if let junction = ring.firstIndex(where: points.contains) { return junction }
    return ring.indices.min { (ring[$0].x, ring[$0].y) < (ring[$1].x, ring[$1].y) }
  }

  /// The simplified piece, worked out in one direction whichever way it is walked.
  private static func oneWay(_ piece: [GridPoint], _ tolerance: Double) -> [GridPoint] {
    let isBackwards = piece.reversed().lexicographicallyPrecedes(piece) {
      ($0.x, $0.y) < ($1.x, $1.y)
    }
    let simple = LineSimplification.simplified(
      isBackwards ? piece.reversed() : piece, tolerance: tolerance)
    return isBackwards ? simple.reversed() : simple
  }
}
