import Peil
import SourceText
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Every saved analysis runs, gives what it gave before, and stands in the canonical form.
@Suite struct ScriptTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let scripts: [String] = {
    let folder = root.appending(path: "scripts").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".peil") }.sorted()
  }()

  @Test func thereAreScripts() {
    #expect(Self.scripts.count >= 6)
  }

  @Test(arguments: scripts)
  func runsAsRecorded(_ name: String) throws {
    let path = Self.root.appending(path: "scripts/\(name)").path
    let expected = Self.root.appending(
      path: "Tests/ScriptTests/Expected/\(name.replacing(".peil", with: ".txt"))")
    let session = Session()
    let file = try session.script(at: path)
    var output = ""
    try session.run(file) { result in
      output += (output.isEmpty ? "" : "\n") + (try result.text(as: "table"))
    }
    if ProcessInfo.processInfo.environment["PEIL_RECORD"] == "1" {
      try output.write(to: expected, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: expected, encoding: .utf8) == output)
  }

  @Test(arguments: scripts)
  func isFormatted(_ name: String) throws {
    let session = Session()
    let file = try session.script(at: Self.root.appending(path: "scripts/\(name)").path)
    #expect(try session.format(file) == file.text(SourceRange(0, file.utf8.count)))
  }
}
