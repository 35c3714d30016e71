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

  /// Two pieces of a ring that cross, by the positions of their first points; nil when none do.
  ///
  /// Pieces that touch at a point do not cross. The pieces are gone through from west to east, so
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
        return (min(one.index, other.index), max(one.index, other.index))
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
