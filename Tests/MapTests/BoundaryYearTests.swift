import DataSources
import FoundationEssentials
import SourceText
import Testing

@testable import Peil

/// Figures and boundaries of different years, with a square for each municipality of 2022.
@Suite struct BoundaryYearTests {
  /// A file of squares in a folder of its own, in which a query is drawn.
  private func drawn(_ query: String, without absent: Set<String> = []) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "peil-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let shapes = BuiltInMunicipalities.middles.filter { !absent.contains($0.code) }.map { place in
      let (west, south) = (Int(place.position.x) - 500, Int(place.position.y) - 500)
      let (east, north) = (west + 1000, south + 1000)
      return #"{"type":"Feature","properties":{"statcode":"\#(place.code)"},"geometry":"#
        + #"{"type":"Polygon","coordinates":[[[\#(west),\#(south)],[\#(east),\#(south)],"#
        + #"[\#(east),\#(north)],[\#(west),\#(north)],[\#(west),\#(south)]]]}}"#
    }
    let text = #"{"type":"FeatureCollection","features":["# + shapes.joined(separator: ",") + "]}"
    try Data(text.utf8).write(to: folder.appending(path: "g.json"))
    var options = SessionOptions()
    options.folder = folder.path
    let results = try Session(options: options).run(query)
    return try #require(results.last).text(as: "svg")
  }

  private func regions(_ svg: String) -> Int {
    svg.split(separator: "\n").count { $0.contains(" area\"") || $0.contains("class=\"empty\"") }
  }

  private func fault(_ body: () throws -> Void) -> PeilError? {
    do {
      try body()
      return nil
    } catch {
      return error as? PeilError
    }
  }

  @Test func figuresOfTheYearOfTheBoundaries() throws {
    let svg = try drawn(#"population | where year = 2022 | map inhabitants boundaries "g.json""#)
    #expect(regions(svg) == 345)
    #expect(!svg.contains("class=\"empty\""))
  }

  @Test func figuresOfALaterYearPutShapesTogether() throws {
    let svg = try drawn(#"population | where year = 2023 | map inhabitants boundaries "g.json""#)
    #expect(regions(svg) == 342)
    #expect(!svg.contains("class=\"empty\""))
    let tiles = try drawn("population | where year = 2023 | map inhabitants")
    #expect(tiles.split(separator: "\n").count { $0.contains("<rect class=\"k") } == 342 + 5)
  }

  @Test func figuresOfAnEarlierYearAreRefusedWithTheWayOut() throws {
    let query = #"population | where year = 2021 | map inhabitants boundaries "g.json""#
    let fault = try #require(fault { _ = try drawn(query) })
    #expect(fault.diagnostics[0].code == "unknown-region")
    #expect(fault.description.contains("harmonise municipality to 2022"))
    #expect(fault.description.contains("Beemster"))
    let repaired = "population | harmonise municipality to 2022 | where year = 2021 "
    #expect(try regions(drawn(repaired + #"| map inhabitants boundaries "g.json""#)) == 345)
    #expect(try drawn(repaired + "| map inhabitants").contains("Amsterdam"))
  }

  @Test func figureWithoutAShapeIsListed() throws {
    let query = #"population | where year = 2022 | map inhabitants boundaries "g.json""#
    let fault = try #require(fault { _ = try drawn(query, without: ["GM0363", "GM0344"]) })
    #expect(fault.description.contains("GM0344 (Utrecht), GM0363 (Amsterdam)"))
  }

  @Test func shapeWithoutAFigureIsHatched() throws {
    let query = "population | where year = 2022 and municipality != \"Ameland\" "
    let svg = try drawn(query + #"| map inhabitants boundaries "g.json""#)
    #expect(regions(svg) == 345)
    #expect(svg.contains("Zonder cijfer (geen regel): Ameland"))
  }
}
