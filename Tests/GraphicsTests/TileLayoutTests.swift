import Testing

@testable import Graphics

/// Regions on equal tiles, and dots moved apart.
@Suite struct TileLayoutTests {
  @Test func assignmentIsTheCheapestThereIs() {
    var state: UInt64 = 11
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double((state >> 40) % 1000)
    }
    for _ in 0..<200 {
      let costs = (0..<5).map { _ in (0..<7).map { _ in next() } }
      let chosen = Assignment.columns(rows: 5, columns: 7) { costs[$0][$1] }
      #expect(Set(chosen).count == 5)
      let sum = chosen.enumerated().reduce(0) { $0 + costs[$1.offset][$1.element] }
      #expect(sum == cheapest(costs, from: 0, without: []))
    }
  }

  private func cheapest(_ costs: [[Double]], from row: Int, without used: Set<Int>) -> Double {
    guard row < costs.count else { return 0 }
    return costs[row].indices.filter { !used.contains($0) }.map { column in
      costs[row][column] + cheapest(costs, from: row + 1, without: used.union([column]))
    }.min() ?? .infinity
  }

  @Test func regionsOnAGridKeepTheirPlaces() {
    let country = InventedCountry(columns: 9, rows: 7, halvings: 0)
    let layout = TileLayout(country.middles)
    #expect(layout.columns == 9 && layout.rows == 7)
    for (index, tile) in layout.tiles.enumerated() {
      #expect(tile == TileLayout.Tile(column: index % 9, row: 6 - index / 9))
    }
  }

  @Test func orderOfRegionsDecidesNothing() {
    let points = (0..<80).map { index -> MapPoint in
      let (x, y) = (index * 7919 % 1009, index * 104_729 % 997)
      return MapPoint(x: Double(x) * 100, y: Double(y) * 100)
    }
    let layout = TileLayout(points)
    let turned = TileLayout(points.reversed())
    #expect(layout.tiles == turned.tiles.reversed())
  }

  @Test(arguments: [0, 1, 2, 5, 60])
  func regionsInOnePlaceGetTilesOfTheirOwn(count: Int) {
    let layout = TileLayout([MapPoint](repeating: MapPoint(x: 3, y: 4), count: count))
    #expect(Set(layout.tiles).count == count)
  }

  @Test func groupsHaveALineBetweenThem() {
    let layout = TileLayout(InventedCountry(columns: 4, rows: 2, halvings: 0).middles)
    let groups = ["a", "a", "b", "b", "a", "a", "b", "b"]
    let steps = GroupBorders.steps(layout, groups: groups, left: 0, top: 0, side: 10)
    #expect(steps == [.move(20, 0), .line(20, 20)])
    let one = [String](repeating: "a", count: 8)
    #expect(GroupBorders.steps(layout, groups: one, left: 0, top: 0, side: 10).isEmpty)
  }

  @Test func dotsMoveApartAndStayWithinTheFrame() {
    let frame = (left: 0.0, top: 0.0, right: 430.0, bottom: 500.0)
    for count in [1, 2, 10, 60] {
      for spread in [0.0, 1, 30, 300] {
        let places = (0..<count).map { index -> MapPoint in
          let (x, y) = (Double(index * 7919 % 61) / 61, Double(index * 104_729 % 59) / 59)
          return MapPoint(x: 100 + x * spread, y: 480 - y * spread)
        }
        let moved = DotNudging.apart(places, distance: 24, edge: 13, frame: frame)
        for (index, one) in moved.enumerated() {
          #expect(one.x >= 13 && one.x <= 417 && one.y >= 13 && one.y <= 487)
          for other in moved[(index + 1)...] {
            #expect(one.squaredDistance(to: other) > 22 * 22, "\(count) dots over \(spread)")
          }
        }
      }
    }
    let apart = [MapPoint(x: 50, y: 50), MapPoint(x: 90, y: 50)]
    #expect(DotNudging.apart(apart, distance: 24, edge: 13, frame: frame) == apart)
  }
}
