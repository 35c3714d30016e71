import Peil
import Publishing
import Reporting
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Every report in `reports/` renders to exactly what stands in its `expected/`.
@Suite struct ReportTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "reports")

  static let reports: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test func thereAreReports() {
    for name in [
      "monitor-2020", "editie-2019", "editie-2020", "editie-2021", "overzicht", "initiatieven",
      "nieuwegein", "bevolking",
    ] {
      #expect(Self.reports.contains(name))
    }
  }

  @Test(arguments: reports)
  func rendersAsExpected(_ name: String) throws {
    let folder = Self.folder.appending(path: name)
    let rendered = try ReportJob(folder: folder.path, options: SessionOptions()).made()
    let expected = folder.appending(path: "expected")
    if ProcessInfo.processInfo.environment["PEIL_RECORD"] == "1" {
      try EditionFolder(expected.path).publish(rendered.files)
    }
    for file in rendered.files {
      let bytes = try Data(contentsOf: expected.appending(path: file.path))
      let isSame = Array(bytes) == file.bytes
      #expect(isSame, "\(name)/expected/\(file.path) differs")
    }
    let known = try FileManager.default.subpathsOfDirectory(atPath: expected.path)
      .filter { $0.contains(".") }
    #expect(Set(known) == Set(rendered.files.map(\.path)))
  }
}
