import SourceText
import Testing

@testable import DataSources

/// Boundaries from GeoJSON and TopoJSON.
@Suite struct BoundariesTests {
  private func read(_ text: String) throws -> Boundaries {
    try Boundaries.read(Array(text.utf8), name: "g.json")
  }

  private func problem(_ text: String) -> Diagnostic? {
    do {
      _ = try Boundaries.read(Array(text.utf8), name: "g.json")
      return nil
    } catch {
      return error
    }
  }

  @Test func polygonsHaveTheirRingsAndHoles() throws {
    let hole = ShapeText.square(150_200, 450_200, side: 100)
    let text = ShapeText.collection([
      ShapeText.feature("A", ShapeText.polygon(ShapeText.square(150_000, 450_000) + "," + hole)),
      ShapeText.feature(
        "B",
        #"{"coordinates":[[\#(ShapeText.square(1_000, 300_000))],[\#(hole)]],"type":"MultiPolygon"}"#
      ),
      ShapeText.feature("C", #"{"type":"Point","coordinates":[151000,451000,12.5]}"#),
      ShapeText.feature("D", "null"),
    ])
    let shapes = try #require(try read(text).layers.first).shapes
    #expect(shapes.map { $0.polygons.map(\.count) } == [[2], [1, 1], [], []])
    #expect(shapes[0].polygons[0][1][2] == MapPosition(x: 150_300, y: 450_300))
    #expect(shapes[2].points == [MapPosition(x: 151_000, y: 451_000)])
    #expect(shapes.map { $0.property("statcode") } == ["A", "B", "C", "D"])
  }

  @Test func arcsArePutTogetherAndSharedBordersAreIdentical() throws {
    let shapes = try #require(try read(ShapeText.topology).layers.first).shapes
    let (first, second) = (shapes[0].polygons[0][0], shapes[1].polygons[0][0])
    #expect(first.first == first.last && first.count == 5)
    #expect(Set(first).intersection(second).count == 2)
    #expect(second.contains(MapPosition(x: 152_000, y: 451_000)))
    #expect(shapes[2].points == [MapPosition(x: 150_500, y: 450_500)])
    #expect(shapes[3].polygons.isEmpty)
  }

  @Test func membersMayStandInAnyOrder() throws {
    let type = "\"type\":\"Topology\","
    let moved =
      ShapeText.topology.split(separator: type).joined().dropLast() + ",\"type\":\"Topology\"}"
    let shapes = try read(String(moved)).layers[0].shapes
    let other = try read(ShapeText.topology).layers[0].shapes
    #expect(shapes.map(\.polygons) == other.map(\.polygons))
  }

  @Test func degreesBecomeMetresOfTheGrid() throws {
    let text = ShapeText.collection([
      ShapeText.feature("A", #"{"type":"Point","coordinates":[5.387203657,52.155172897]}"#)
    ])
    let point = try read(text).layers[0].shapes[0].points[0]
    #expect((point.x - 155_000).magnitude < 0.5 && (point.y - 463_000).magnitude < 0.5)
  }

  @Test func layerAndPropertyAreThoseWithTheMostCodes() throws {
    let text = ShapeText.collection([
      ShapeText.feature("A", ShapeText.polygon(ShapeText.square(150_000, 450_000)), name: "Ede"),
      ShapeText.feature("B", ShapeText.polygon(ShapeText.square(151_000, 450_000)), name: "Epe"),
    ])
    let boundaries = try read(text)
    #expect(boundaries.match(["B", "A", "Z"])?.property == "statcode")
    #expect(boundaries.match(["Ede"])?.property == "statnaam")
    #expect(boundaries.match(["A", "B", "Z"])?.count == 2)
    #expect(boundaries.match(["Z"]) == nil)
  }

  @Test(arguments: [
    // Amersfoort, Texel, north Groningen, Zeeuws-Vlaanderen, Zuid-Limburg and the Maasvlakte of the
    // self-validation of RDNAPTRANS 2018, then the Martinitoren and Westertoren of the article.
    (52.155172897, 5.387203657, 155_000.0, 463_000.0),
    (53.160753042, 4.824761912, 117_380.12, 575_040.34),
    (53.419482050, 6.776726674, 247_380.56, 604_580.78),
    (51.368607152, 3.397588595, 16_460.91, 377_380.10),
    (50.792584916, 5.773795548, 182_260.45, 311_480.67),
    (51.947393898, 4.072887101, 64_640.89, 440_700.0101),
    (53.21938317, 6.56820053, 233_883.131, 582_065.167),
    (52.37453253, 4.88352559, 120_700.723, 487_525.501),
  ])
  func projectionIsWithinHalfAMetre(latitude: Double, longitude: Double, x: Double, y: Double) {
    let point = Rijksdriehoek.position(longitude: longitude, latitude: latitude)
    #expect((point.x - x).magnitude < 0.5 && (point.y - y).magnitude < 0.5, "\(point)")
  }

  @Test(arguments: [
    ("[52.1,5.3]", "the latitude comes first here"), ("[650000,6800000]", "Web Mercator"),
    ("[4.9,-52.1]", "degrees (EPSG:4326) or RD"), ("[0,0]", "degrees (EPSG:4326) or RD"),
  ])
  func pointInNoKnownSystemIsNamed(point: String, fix: String) throws {
    let text = ShapeText.collection([
      ShapeText.feature("A", "{\"type\":\"Point\",\"coordinates\":\(point)}")
    ])
    let fault = try #require(problem(text))
    #expect(fault.code == "broken-geometry")
    #expect(fault.message.contains("no known system: line 1, column"), "\(fault.message)")
    #expect(fault.notes[0].contains(fix), "\(fault.notes)")
  }

  @Test func pointOfAnotherSystemThanTheOthersIsNamed() throws {
    let text = ShapeText.collection([
      ShapeText.feature("A", ShapeText.polygon(ShapeText.square(150_000, 450_000))),
      ShapeText.feature("B", #"{"type":"Point","coordinates":[5.3,52.1]}"#),
    ])
    #expect(try #require(problem(text)).message.contains("line 2"))
  }

  @Test func systemThatTheFileNamesIsChecked() throws {
    let feature = ShapeText.feature("A", #"{"type":"Point","coordinates":[5.3,52.1]}"#)
    func crs(_ name: String) -> String {
      ShapeText.collection(
        [feature], extra: #""crs":{"type":"name","properties":{"name":"\#(name)"}},"#)
    }
    #expect(problem(crs("urn:ogc:def:crs:OGC:1.3:CRS84")) == nil)
    #expect(problem(crs("urn:ogc:def:crs:EPSG::28992"))?.message.contains("as `crs` says") == true)
    #expect(problem(crs("EPSG:3857"))?.message.contains("EPSG:3857") == true)
  }

  @Test(arguments: [
    (
      "[[150000,450000],[151000,451000],[151000,450000],[150000,451000],[150000,450000]]", "crosses"
    ),
    ("[[150000,450000],[151000,450000],[151000,451000],[150000,451000]]", "not closed"),
    ("[[150000,450000],[151000,450000],[150000,450000]]", "not closed"),
  ])
  func ringThatIsNoneIsNamedWithItsRegion(ring: String, what: String) throws {
    let text = ShapeText.collection([ShapeText.feature("GM0014", ShapeText.polygon(ring))])
    let fault = try #require(problem(text))
    #expect(fault.message.contains(what) && fault.message.contains("of GM0014"), "\(fault)")
  }

  @Test(arguments: [
    ("", "ends in the middle"), ("[]", "no JSON"), ("{}", "no boundaries"),
    (#"{"type":"FeatureCollection","features":[]}"#, "no shapes"),
    (#"{"type":"Feature"}"#, "its type is"),
    (#"{"type":"Topology","objects":{"a":{"type":"Polygon","arcs":[[0]]}},"arcs":[]}"#, "no arc 0"),
    (#"{"type":"Topology","objects":{"a":{"type":"Polygon","arcs":[0.5]}},"arcs":[]}"#, "no JSON"),
  ])
  func whatIsNoFileOfBoundariesIsRefused(text: String, what: String) throws {
    #expect(try #require(problem(text)).message.contains(what))
  }

  @Test func linesAreNoRegions() throws {
    let line = #"{"type":"LineString","coordinates":[[150000,450000],[150001,450001]]}"#
    let fault = try #require(problem(ShapeText.collection([ShapeText.feature("A", line)])))
    #expect(fault.message.contains("LineString"))
    let wrong = #"{"type":"Polygon","coordinates":[150000,450000]}"#
    #expect(problem(ShapeText.collection([ShapeText.feature("A", wrong)])) != nil)
  }

  @Test func everyCutAndEveryChangedByteEndsWell() {
    let whole = [
      ShapeText.topology,
      ShapeText.collection([
        ShapeText.feature("A", ShapeText.polygon(ShapeText.square(150_000, 450_000)))
      ]),
    ]
    for text in whole.map({ Array($0.utf8) }) {
      for end in 0..<text.count {
        #expect(throws: Diagnostic.self) { try Boundaries.read(Array(text[..<end]), name: "g") }
      }
      for place in text.indices {
        for byte in [UInt8(ascii: "0"), UInt8(ascii: "]"), UInt8(ascii: "-"), 0x00, 0xFF] {
          var changed = text
          changed[place] = byte
          _ = try? Boundaries.read(changed, name: "g")
        }
      }
    }
  }

  @Test func crossingOfRandomRingsIsThatOfComparingAllPieces() {
    var generator = SeededGenerator(3)
    for _ in 0..<300 {
      let count = Int.random(in: 4...14, using: &generator)
      var ring: MapRing = (0..<count).map { _ in
        MapPosition(
          x: Double.random(in: 0...100_000, using: &generator),
          y: Double.random(in: 0...100_000, using: &generator))
      }
      ring.append(ring[0])
      #expect((RingCheck.crossing(ring) != nil) == crosses(ring))
    }
  }

  private func crosses(_ ring: MapRing) -> Bool {
    func side(_ a: MapPosition, _ b: MapPosition, _ c: MapPosition) -> Double {
      (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }
    for one in 0..<(ring.count - 1) {
      for other in (one + 1)..<(ring.count - 1) {
        let (a, b, c, d) = (ring[one], ring[one + 1], ring[other], ring[other + 1])
        guard a != d, b != c else { continue }
        if side(a, b, c) * side(a, b, d) < 0, side(c, d, a) * side(c, d, b) < 0 { return true }
      }
    }
    return false
  }
}
