import Columnar
import FoundationEssentials
import Reporting
import SourceText
import Testing

/// The files a report makes.
@Suite struct OutputTests {
  /// A folder for one test, removed at the end.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.path + "/peil-report-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test func imageIsEmbeddedAndCopied() throws {
    try withFolder { folder in
      let image = URL(filePath: folder + "/kaart.svg")
      try Data("<svg/>".utf8).write(to: image)
      let text = "---\ntitle: T\n---\n![Kaart van {{ x }}](kaart.svg)\n"
      try Data(text.utf8).write(to: URL(filePath: folder + "/report.md"))
      let rendered = try Report.read(folder: folder).rendered(
        in: FakeSession.knowing(("x", .text("Utrecht"))), engineVersion: "1")
      let page = try #require(rendered.files.first { $0.mediaType == "text/html" })
      #expect(
        rendered.text(page.path).contains(
          "<img src=\"data:image/svg+xml;base64,PHN2Zy8+\" alt=\"Kaart van Utrecht\">"))
      #expect(rendered.file("kaart.svg")?.bytes == Array("<svg/>".utf8))
      #expect(
        rendered.text("manifest.json").contains("\"path\": \"kaart.svg\""))
    }
  }

  @Test func manifestHasNoAbsolutePath() throws {
    let session = FakeSession()
    session.read = ["/nowhere/a/b.csv", "/elders/iemand/c.csv", "c.csv", "c.csv"].map {
      InputRecord(path: $0, bytes: 1, sha256: "00", rows: nil)
    }
    let report = try Samples.body("a\n").rendered(in: session, engineVersion: "1")
    let text = report.text("manifest.json")
    #expect(!text.contains("nowhere") && !text.contains("iemand"))
    #expect(text.split(separator: "\"path\": \"c.csv\"").count == 2)
    #expect(text.contains("\"path\": \"a/b.csv\""))
  }

  @Test func titleOnTheFenceIsThatOfTheTable() throws {
    let rendered = try Samples.body("```peil a title \"Edities, op rij\"\ntable\n```\n").rendered(
      in: FakeSession(), engineVersion: "1")
    #expect(rendered.text("proef.html").contains("<caption>Tabel 1. Edities, op rij</caption>"))
    #expect(rendered.text("proef.md").contains("**Tabel 1. Edities, op rij**"))
    #expect(rendered.text("content.json").contains("Edities, op rij"))
  }

  @Test func onlyTheFormatsAskedForAreMade() throws {
    let report = try Samples.report("---\ntitle: T\nformats: md\n---\n")
    let session = FakeSession()
    #expect(
      try report.rendered(in: session, engineVersion: "1").files.map(\.path)
        == ["proef.md", "content.json", "manifest.json"])
    #expect(
      try report.rendered(in: session, engineVersion: "1", formats: [.html]).files.map(\.path)
        == ["proef.html", "content.json", "manifest.json"])
  }
}
