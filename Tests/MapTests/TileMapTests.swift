import DataSources
import Graphics
import Testing

@testable import Peil

/// The tile map of all municipalities: near where they lie, and near their neighbours.
///
/// Neighbours are pairs with no third municipality in the circle that has the pair as its diameter
/// (the graph of K. Gabriel and R. Sokal, 1969).
@Suite struct TileMapTests {
  private static let middles = BuiltInMunicipalities.middles.map {
    MapPoint(x: $0.position.x, y: $0.position.y)
  }
  private static let layout = TileLayout(middles)

  private static let neighbours: [(Int, Int)] = {
    var pairs: [(Int, Int)] = []
    for one in middles.indices {
      for other in middles.indices where other > one {
        let (a, b) = (middles[one], middles[other])
        let (x, y) = ((a.x + b.x) / 2, (a.y + b.y) / 2)
        let radius = ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)) / 4
        let isFree = middles.indices.allSatisfy { third in
          guard third != one, third != other else { return true }
          let (dx, dy) = (middles[third].x - x, middles[third].y - y)
          return dx * dx + dy * dy >= radius
        }
        if isFree { pairs.append((one, other)) }
      }
    }
    return pairs
  }()

  /// How many tiles lie between two municipalities, counted as a king walks.
  private func steps(_ one: Int, _ other: Int) -> Int {
    let (a, b) = (Self.layout.tiles[one], Self.layout.tiles[other])
    return max(abs(a.column - b.column), abs(a.row - b.row))
  }

  @Test func everyMunicipalityHasATileOfItsOwn() {
    #expect(Self.middles.count == 345)
    #expect(Set(Self.layout.tiles).count == 345)
  }

  @Test func neighboursStayNear() {
    let pairs = Self.neighbours
    #expect(pairs.count > 700)
    let touching = Double(pairs.count { steps($0.0, $0.1) <= 1 }) / Double(pairs.count)
    let near = Double(pairs.count { steps($0.0, $0.1) <= 2 }) / Double(pairs.count)
    #expect(touching >= 0.84, "\(touching) of the neighbours still touch")
    #expect(near >= 0.985, "\(near) of the neighbours are at most two tiles apart")
  }

  @Test func municipalitiesLieNearTheirPlace() {
    let tiles = Self.layout.tiles.map { MapPoint(x: Double($0.column), y: -Double($0.row)) }
    func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(numbers.count) }
    let (tileX, tileY) = (mean(tiles.map(\.x)), mean(tiles.map(\.y)))
    let (x, y) = (mean(Self.middles.map(\.x)), mean(Self.middles.map(\.y)))
    let displacements = zip(tiles, Self.middles).map { tile, middle in
      let dx = tile.x - tileX - (middle.x - x) / Self.layout.side
      let dy = tile.y - tileY - (middle.y - y) / Self.layout.side
      return (dx * dx + dy * dy).squareRoot()
    }
    #expect(mean(displacements) < 1.1, "\(mean(displacements)) tiles from their place")
  }

  @Test func whatLiesNorthOrWestStaysThere() {
    var (kept, all) = (0, 0)
    for one in Self.middles.indices {
      for other in Self.middles.indices where other > one {
        let (a, b) = (Self.layout.tiles[one], Self.layout.tiles[other])
        let dx = Self.middles[one].x - Self.middles[other].x
        let dy = Self.middles[one].y - Self.middles[other].y
        if dx.magnitude > Self.layout.side {
          all += 1
          kept += (dx > 0) == (a.column > b.column) && a.column != b.column ? 1 : 0
        }
        if dy.magnitude > Self.layout.side {
          all += 1
          kept += (dy > 0) == (a.row < b.row) && a.row != b.row ? 1 : 0
        }
      }
    }
    let share = Double(kept) / Double(all)
    #expect(share > 0.985, "\(share) of the pairs keep their order")
  }
}
