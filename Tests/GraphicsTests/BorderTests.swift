import Testing
import Wording

@testable import Graphics

/// Borders snapped, simplified and put together.
@Suite struct BorderTests {
  private func network(_ regions: [[MapShape]], width: Double = 450) throws -> BorderNetwork {
    let points = regions.flatMap { $0.flatMap { $0.flatMap { $0.flatMap { $0 } } } }
    let scale = try #require(
      MapScale(points, left: 0, top: 0, width: width, height: width * 1.2))
    return BorderNetwork(regions, scale: scale)
  }

  private struct Side: Hashable {
    let from: GridPoint
    let to: GridPoint
  }

  private func sides(_ rings: [[GridPoint]]) -> [Side] {
    rings.flatMap { ring in
      ring.indices.map { Side(from: ring[$0], to: ring[($0 + 1) % ring.count]) }
    }
  }

  @Test(arguments: [90.0, 320, 450])
  func neighboursKeepTheSameLine(width: Double) throws {
    let country = InventedCountry(columns: 6, rows: 7, halvings: 5)
    let network = try network(country.shapes.map { [$0] }, width: width)
    // Every side is walked back by a neighbour, but for those of one ring around everything: a
    // gap or an overlap would leave a ring of its own. What is too narrow to see has no area.
    #expect(network.coast.count { BorderNetwork.doubleArea($0) != 0 } == 1)
    let area = network.rings.reduce(0) { $0 + $1.reduce(0) { $0 + BorderNetwork.doubleArea($1) } }
    let coast = network.coast.reduce(0) { $0 + BorderNetwork.doubleArea($1) }
    #expect(area == coast)
  }

  @Test func linesStayWithinTheTolerance() throws {
    let country = InventedCountry(columns: 3, rows: 3, halvings: 6)
    let points = country.shapes.flatMap { $0.flatMap { $0.flatMap { $0 } } }
    let scale = try #require(MapScale(points, left: 0, top: 0, width: 400, height: 400))
    let network = BorderNetwork(country.shapes.map { [$0] }, scale: scale)
    for (shape, rings) in zip(country.shapes, network.rings) {
      for point in shape[0][0] {
        let place = scale.place(point)
        let nearest = sides(rings).map { distance(place, $0) }.min()
        #expect(try #require(nearest) < 0.8)
      }
    }
  }

  private func distance(_ point: MapPoint, _ side: Side) -> Double {
    let (a, b) = (side.from.pixels, side.to.pixels)
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = dx * dx + dy * dy
    let along =
      length > 0 ? min(max(((point.x - a.x) * dx + (point.y - a.y) * dy) / length, 0), 1) : 0
    let (ex, ey) = (point.x - a.x - along * dx, point.y - a.y - along * dy)
    return (ex * ex + ey * ey).squareRoot()
  }

  @Test func shapesPutTogetherHaveNoBorderBetweenThem() throws {
    let shapes = InventedCountry(columns: 2, rows: 1, halvings: 4).shapes
    let apart = try network(shapes.map { [$0] })
    let together = try network([shapes])
    #expect(together.rings.count == 1 && together.rings[0].count == 1)
    let area = apart.rings.reduce(0) { $0 + $1.reduce(0) { $0 + BorderNetwork.doubleArea($1) } }
    // Without the corners on the old border the line may be simplified a little further.
    let merged = BorderNetwork.doubleArea(together.rings[0][0])
    #expect((merged - area).magnitude < area.magnitude / 100)
  }

  @Test func holesStayOpenWhicheverWayTheyAreWritten() throws {
    func square(_ x: Double, _ side: Double, isReversed: Bool) -> [MapPoint] {
      let ring = [(x, x), (x + side, x), (x + side, x + side), (x, x + side), (x, x)]
        .map { MapPoint(x: $0.0, y: $0.1) }
      return isReversed ? ring.reversed() : ring
    }
    for (outer, hole) in [(false, false), (false, true), (true, false), (true, true)] {
      let shape: MapShape = [
        [square(0, 100, isReversed: outer), square(40, 20, isReversed: hole)]
      ]
      let rings = try network([[shape]], width: 100).rings[0]
      let areas = rings.map(BorderNetwork.doubleArea)
      #expect(areas.count == 2 && (areas[0] > 0) != (areas[1] > 0))
      // Twice the area, and four places of the grid to a pixel.
      let covered = areas[0] + areas[1]
      #expect(covered == 76_800)
    }
  }

  @Test func regionTooSmallToSeeIsASpeck() throws {
    let tiny: MapShape = [[[(0, 0), (1, 0), (1, 1), (0, 0)].map { MapPoint(x: $0.0, y: $0.1) }]]
    let far = InventedCountry(columns: 8, rows: 8, halvings: 1).shapes
    let rings = try network([[tiny]] + far.map { [$0] }).rings
    #expect(rings[0].count == 1 && rings[0][0].count == 4)
  }

  @Test func hatchingLiesWithinTheRegion() throws {
    let rings = try network(
      InventedCountry(columns: 2, rows: 2, halvings: 4).shapes.map { [$0] }
    ).rings.flatMap { $0 }
    for ring in rings {
      let steps = PolygonHatching.steps([ring], spacing: 10)
      #expect(!steps.isEmpty && steps.count.isMultiple(of: 2))
      for index in stride(from: 0, to: steps.count, by: 2) {
        guard case .move(let x1, let y1) = steps[index],
          case .line(let x2, let y2) = steps[index + 1]
        else {
          Issue.record("no line")
          continue
        }
        #expect(isInside(ring, (x1 + x2) / 2, (y1 + y2) / 2))
      }
    }
  }

  private func isInside(_ ring: [GridPoint], _ x: Double, _ y: Double) -> Bool {
    var isInside = false
    for index in ring.indices {
      let (a, b) = (ring[index].pixels, ring[(index + 1) % ring.count].pixels)
      if (a.y > y) != (b.y > y), x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x {
        isInside.toggle()
      }
    }
    return isInside
  }

  @Test func aWholeCountryStaysBelowAQuarterMegabyte() {
    // As many regions, and as many points, as the municipalities of a year have.
    let country = InventedCountry(columns: 15, rows: 23, halvings: 5)
    let regions = (0..<345).map { Choropleth.Region("\($0)", .known(Double($0 * 7919 % 345))) }
    let map = Choropleth(
      regions, on: .shapes(country.shapes.map { [$0] }), heading: "x",
      noun: Noun(one: "gemeente", many: "gemeenten"))
    let points = country.shapes.reduce(0) { $0 + $1[0][0].count }
    #expect(points > 40_000)
    for layout in FigureLayout.allCases {
      let svg = Figure(MapSamples.frame("x", "x"), map).svg(layout: layout)
      #expect(svg.utf8.count < 250_000, "\(svg.utf8.count)")
    }
  }
}
