import Testing

@testable import Peil

/// `explain run` counts what each operator gave.
@Suite struct MeasurementTests {
  private static let query = """
    population | where year > 2020 and inhabitants > 100000 | derive x = inhabitants / 2
      | sum x by province, year | sort -x | take 3 | explain run
    """

  @Test(arguments: [1, 2, 7]) func rowsOfEachStepAreCounted(threads: Int) throws {
    var options = SessionOptions()
    options.threads = threads
    options.batchSize = 100
    let result = try #require(try Session(options: options).run(Self.query).last)
    let lines = try result.text(as: "table").split(separator: "\n")
    let tree = lines.drop { !$0.hasPrefix("operators") }.dropFirst().map { line in
      line.split(separator: "  ").prefix(2).map { $0.drop { $0 == " " } }
    }
    #expect(
      tree == [
        ["Sort, first 3", "3 rows"],
        ["Group sum by province, year: a grid of 65 cells", "33 rows"],
        ["Project municipality, province, year, x", "96 rows"],
        ["Filter", "96 rows"],
        ["Scan population (4 columns)", "1394 rows"],
      ])
  }

  @Test(
    "Keys that are computed of two columns, and keys with too many combinations",
    arguments: [
      ("derive k = name ++ source | count by k", "hashed, for keys that are computed"),
      ("count by municipality, name, inhabitants, source", "too many for a grid"),
    ])
  func howGroupsAreFoundIsSaid(steps: String, choice: String) throws {
    let result = try #require(try Session().run("population | \(steps) | explain run").last)
    let lines = try result.text(as: "table").split(separator: "\n")
    let group = try #require(lines.first { $0.contains("Group count") })
    #expect(group.contains(choice))
  }

  @Test func timesAreShownOfWhatRanOnItsOwn() throws {
    let result = try #require(try Session().run(Self.query).last)
    let lines = try result.text(as: "table").split(separator: "\n")
    let tree = lines.drop { !$0.hasPrefix("operators") }.dropFirst()
    #expect(tree.map { $0.hasSuffix(" ms") } == [true, true, false, false, true])
  }
}
