import Columnar
import FoundationEssentials
import Reporting
import SourceText
import Testing

/// Writing a report: all of it or nothing.
@Suite struct OutputTests {
  /// A folder for one test, removed at the end.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.path + "/peil-report-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  private func rendered(_ body: String = "```peil a\nbars\n```\n") throws -> RenderedReport {
    try Samples.body(body).rendered(in: FakeSession(), engineVersion: "1")
  }

  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
  }

  private static let written = [
    "figures", "figures/fig-a.svg", "manifest.json", "proef.html", "proef.md",
  ]

  @Test func filesAreWrittenAndNothingElseStays() throws {
    try withFolder { folder in
      let report = try rendered()
      try report.write(to: folder + "/nieuw/uit/")
      #expect(try names(folder + "/nieuw/uit") == Self.written)
      for file in report.files {
        let data = try Data(contentsOf: URL(filePath: folder + "/nieuw/uit/" + file.path))
        #expect(Array(data) == file.bytes)
      }
    }
  }

  @Test func secondRunReplacesAndLeavesOtherFiles() throws {
    try withFolder { folder in
      try Data("eigen".utf8).write(to: URL(filePath: folder + "/eigen.txt"))
      try rendered().write(to: folder)
      try rendered("```peil a\nbars\n```\n\nAnders.\n").write(to: folder)
      #expect(try names(folder) == (Self.written + ["eigen.txt"]).sorted())
      let text = try String(
        decoding: Data(contentsOf: URL(filePath: folder + "/proef.md")), as: UTF8.self)
      #expect(text.hasSuffix("Anders.\n"))
    }
  }

  @Test(arguments: ["manifest.json", "proef.html", "figures"])
  func goodOutputStaysWhenAFileCannotBePlaced(obstacle: String) throws {
    try withFolder { folder in
      try rendered().write(to: folder)
      let before = try names(folder)
      let page = try Data(contentsOf: URL(filePath: folder + "/proef.md"))
      let blocked = folder + "/" + obstacle
      try FileManager.default.removeItem(atPath: blocked)
      // A folder where a file should go, or a file where a folder should.
      if obstacle == "figures" {
        try Data().write(to: URL(filePath: blocked))
      } else {
        try FileManager.default.createDirectory(atPath: blocked, withIntermediateDirectories: false)
      }
      let changed = try rendered("```peil a\nbars\n```\n\nAnders.\n")
      let fault = #expect(throws: Diagnostics.self) { try changed.write(to: folder) }
      #expect(fault?.list.first?.phase == .output)
      #expect(fault?.list.first?.code == "unwritable-output")
      #expect(try Data(contentsOf: URL(filePath: folder + "/proef.md")) == page)
      #expect(
        try names(folder) == before.filter { !$0.hasPrefix(obstacle + "/") })
    }
  }

  @Test func folderThatCannotBeMadeIsAFaultOfOutput() throws {
    try withFolder { folder in
      try Data().write(to: URL(filePath: folder + "/bestand"))
      let report = try rendered()
      let fault = #expect(throws: Diagnostics.self) {
        try report.write(to: folder + "/bestand/uit")
      }
      #expect(fault?.list.first?.phase == .output)
      #expect(try names(folder) == ["bestand"])
    }
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
    session.inputs = ["/nowhere/a/b.csv", "/elders/iemand/c.csv", "c.csv", "c.csv"].map {
      InputRecord(path: $0, bytes: 1, sha256: "00", rows: nil)
    }
    let report = try Samples.body("a\n").rendered(in: session, engineVersion: "1")
    let text = report.text("manifest.json")
    #expect(!text.contains("nowhere") && !text.contains("iemand"))
    #expect(text.split(separator: "\"path\": \"c.csv\"").count == 2)
    #expect(text.contains("\"path\": \"a/b.csv\""))
  }

  @Test func onlyTheFormatsAskedForAreMade() throws {
    let report = try Samples.report("---\ntitle: T\nformats: md\n---\n")
    let session = FakeSession()
    #expect(
      try report.rendered(in: session, engineVersion: "1").files.map(\.path)
        == ["proef.md", "manifest.json"])
    #expect(
      try report.rendered(in: session, engineVersion: "1", formats: [.html]).files.map(\.path)
        == ["proef.html", "manifest.json"])
  }
}
