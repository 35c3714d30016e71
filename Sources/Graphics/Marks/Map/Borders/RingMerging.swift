/// Makes one outline of shapes that share borders.
enum RingMerging {
  /// A straight piece of a ring, in the direction of the ring.
  private struct Side: Hashable {
    let from: GridPoint
    let to: GridPoint
  }

  /// The rings around all shapes together. Sides that two shapes have, each in its own direction,
  /// lie between them and go; what is left is walked round again.
  static func merged(_ rings: [[GridPoint]]) -> [[GridPoint]] {
    var sides: [Side] = []
    for ring in rings {
      for index in ring.indices {
        sides.append(Side(from: ring[index], to: ring[(index + 1) % ring.count]))
      }
    }
    // A side that is walked as often one way as the other goes; of the others what is left over.
    var spare: [Side: Int] = [:]
    spare.reserveCapacity(sides.count)
    for side in sides { spare[side, default: 0] += 1 }
    var outer: [Side] = []
    for side in sides {
      let count = spare[side] ?? 0
      guard count > spare[Side(from: side.to, to: side.from)] ?? 0 else { continue }
      outer.append(side)
      spare[side] = count - 1
    }
    var next: [GridPoint: [GridPoint]] = [:]
    for side in outer.reversed() { next[side.from, default: []].append(side.to) }
    var result: [[GridPoint]] = []
    // In the order of the sides, so that the outline does not depend on that of a dictionary.
    for side in outer {
      var ring: [GridPoint] = []
      var point = side.from
      while let following = next[point]?.popLast() {
        ring.append(point)
        point = following
      }
      if ring.count > 2 { result.append(ring) }
    }
    return result
  }
}
