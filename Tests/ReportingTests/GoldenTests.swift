import Columnar
import FoundationEssentials
import Peil
import Publishing
import Reporting
import Testing

/// Whole reports compared byte for byte with files that people have looked at.
///
/// `PEIL_RECORD=1 swift test` writes the files anew; the difference is then reviewed like code.
@Suite struct GoldenTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast()
    .reduce(into: "") { $0 += "/" + $1 } + "/Golden/indicator-24"

  private static var isRecording: Bool {
    ProcessInfo.processInfo.environment["PEIL_RECORD"] == "1"
  }

  private func render() throws -> RenderedReport {
    let session = FakeSession.knowing(
      ("nummer", .integer(24)), ("jaar", .integer(2017)), ("editie", .integer(2020)),
      ("eerste", .integer(1536)), ("groei", .number(2.25)), ("volgende", .missing(.notYet)))
    if let date = CalendarDate(year: 2020, month: 5, day: 1) {
      session.values.append(("datum", InlineValue(.date(date), Field("datum", .date))))
    }
    session.params = [ParamRecord(name: "edition", value: "2020")]
    session.read = [
      InputRecord(path: "edities.csv", bytes: 120, sha256: Digest.hexadecimal([1]), rows: 3)
    ]
    return try Report.read(folder: Self.folder).rendered(in: session, engineVersion: "1.0.0")
  }

  @Test func indicatorPageIsAsRecorded() throws {
    let rendered = try render()
    #expect(
      rendered.files.map(\.path) == [
        "figures/fig-kern.svg", "figures/fig-bewoners.svg", "indicator-24.html",
        "indicator-24.md", "content.json", "manifest.json",
      ])
    if Self.isRecording {
      return try EditionFolder(Self.folder + "/expected").publish(rendered.files)
    }
    for file in rendered.files {
      let recorded = try Data(contentsOf: URL(filePath: Self.folder + "/expected/" + file.path))
      let isSame = file.bytes == Array(recorded)
      #expect(isSame, "\(file.path) differs from its recording")
    }
  }

  @Test func twoRunsAreEqual() throws {
    #expect(try render().files == render().files)
  }
}
