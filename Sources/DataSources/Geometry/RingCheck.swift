/// Checks that a ring is one: closed, with an inside, and not through itself.
enum RingCheck {
  /// Throws what is wrong with a ring; `about` names its region.
  static func check(_ ring: MapRing, about: String, at offset: Int) throws(JSONFault) {
    guard ring.count >= 4, ring.first == ring.last else {
      throw JSONFault(
        .content(
          "a ring\(about) is not closed",
          fix: "a ring has at least four points, of which the last is the first again"), at: offset)
    }
    guard let (first, second) = crossing(ring) else { return }
    throw JSONFault(
      .content(
        "the border\(about) crosses itself between its points \(first + 1) and \(second + 2)",
        fix: "repair the shape, for instance with `ST_MakeValid` or the tool it was made with"),
      at: offset)
  }

  /// The size in metres of a loop that is too small to be seen, as rounding coordinates to a grid
  /// leaves them: a map of the country has some 500 metres in a pixel.
  private static let smallest = 100.0

  /// Whether the points between two crossing pieces lie within such a loop.
  private static func isSmall(_ ring: MapRing, from first: Int, to last: Int) -> Bool {
    let count = ring.count - 1
    var box = (west: ring[first % count].x, south: ring[first % count].y)
    var far = box
    for index in first...max(first, last) {
      let point = ring[index % count]
      box = (min(box.west, point.x), min(box.south, point.y))
      far = (max(far.west, point.x), max(far.south, point.y))
      if far.west - box.west > smallest || far.south - box.south > smallest { return false }
    }
    return true
  }

  /// Two pieces of a ring that cross, by the positions of their first points; nil when none do.
  ///
  /// Pieces that touch at a point do not cross, and a loop that cannot be seen is none. The pieces are gone through from west to east, so
  /// that only pieces above each other are compared: about n log n for real borders.
  static func crossing(_ ring: MapRing) -> (Int, Int)? {
    let count = ring.count - 1
    guard count > 3 else { return nil }
    var pieces: [Piece] = []
    pieces.reserveCapacity(count)
    for index in 0..<count { pieces.append(Piece(index, ring[index], ring[index + 1])) }
    pieces.sort { ($0.left, $0.index) < ($1.left, $1.index) }
    for position in 0..<count {
      let one = pieces[position]
      var next = position + 1
      while next < count, pieces[next].left <= one.right {
        let other = pieces[next]
        next += 1
        guard other.bottom <= one.top, one.bottom <= other.top, one.crosses(other) else { continue }
        let pair = (min(one.index, other.index), max(one.index, other.index))
        guard !isSmall(ring, from: pair.0 + 1, to: pair.1),
          !isSmall(ring, from: pair.1 + 1, to: pair.0 + count)
        else { continue }
        return pair
      }
    }
    return nil
  }

  /// A straight piece of a ring with its box.
  private struct Piece {
    let index: Int
    let from: MapPosition
    let to: MapPosition
    let left: Double
    let right: Double
    let bottom: Double
    let top: Double

    init(_ index: Int, _ from: MapPosition, _ to: MapPosition) {
      self.index = index
      self.from = from
      self.to = to
      left = min(from.x, to.x)
      right = max(from.x, to.x)
      bottom = min(from.y, to.y)
      top = max(from.y, to.y)
    }

    /// Whether both pieces have the ends of the other on different sides.
    func crosses(_ other: Piece) -> Bool {
      let here = side(other.from) * side(other.to)
      let there = other.side(from) * other.side(to)
      return here < 0 && there < 0
    }

    /// On which side of the piece a point lies: -1, 1, or 0 when it cannot be told from its line.
    private func side(_ point: MapPosition) -> Int {
      let (dx, dy) = (to.x - from.x, to.y - from.y)
      let area = dx * (point.y - from.y) - dy * (point.x - from.x)
      // A tenth of a millimetre from the line is on it: projected points are not exact.
      let least = 1e-4 * (dx.magnitude + dy.magnitude)
      return area > least ? 1 : area < -least ? -1 : 0
    }
  }
}
