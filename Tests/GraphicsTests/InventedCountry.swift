import Graphics

/// A country that does not exist: regions on a grid with ragged borders, the same on any machine.
///
/// Neighbours share the points of their border exactly, as in files of real boundaries.
struct InventedCountry {
  let columns: Int
  let rows: Int
  /// How often each border is halved; 2 to this power are its pieces.
  let halvings: Int
  private let side = 12_000.0

  /// The regions, row by row from the south-west.
  var shapes: [MapShape] {
    (0..<rows).flatMap { row in (0..<columns).map { column in [[ring(column, row)]] } }
  }

  /// The middles of the regions, about.
  var middles: [MapPoint] {
    (0..<rows).flatMap { row in
      (0..<columns).map { column in
        MapPoint(x: (Double(column) + 0.5) * side, y: (Double(row) + 0.5) * side)
      }
    }
  }

  private func ring(_ column: Int, _ row: Int) -> [MapPoint] {
    let south = border((column, row), (column + 1, row))
    let east = border((column + 1, row), (column + 1, row + 1))
    let north = Array(border((column, row + 1), (column + 1, row + 1)).reversed())
    let west = Array(border((column, row), (column, row + 1)).reversed())
    return south + east.dropFirst() + north.dropFirst() + west.dropFirst()
  }

  /// The border between two corners, from the lower one.
  private func border(_ from: (Int, Int), _ to: (Int, Int)) -> [MapPoint] {
    var line = [corner(from), corner(to)]
    for step in 0..<halvings {
      var finer: [MapPoint] = []
      for index in 0..<(line.count - 1) {
        let (one, other) = (line[index], line[index + 1])
        let seed = noise(from.0 * 31 + to.0, from.1 * 57 + to.1, step * 1009 + index)
        let bend = (seed - 0.5) * 0.35
        finer.append(one)
        finer.append(
          MapPoint(
            x: (one.x + other.x) / 2 - (other.y - one.y) * bend,
            y: (one.y + other.y) / 2 + (other.x - one.x) * bend))
      }
      line = finer + [line[line.count - 1]]
    }
    return line
  }

  private func corner(_ place: (Int, Int)) -> MapPoint {
    MapPoint(
      x: (Double(place.0) + (noise(place.0, place.1, 1) - 0.5) * 0.6) * side,
      y: (Double(place.1) + (noise(place.0, place.1, 2) - 0.5) * 0.6) * side)
  }

  /// A number from 0 to 1 that three whole numbers decide.
  private func noise(_ a: Int, _ b: Int, _ c: Int) -> Double {
    var state = UInt64(bitPattern: Int64(a &* 73_856_093 ^ b &* 19_349_663 ^ c &* 83_492_791))
    state = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    state = (state ^ state >> 27) &* 0x94D0_49BB_1331_11EB
    return Double((state ^ state >> 31) >> 11) / Double(1 << 53)
  }
}
