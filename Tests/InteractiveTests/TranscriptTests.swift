import FoundationEssentials
import Interactive
import Testing

/// Replays every file in `Transcripts`; `RECORD=1` in the environment writes them anew.
@Suite struct TranscriptTests {
  static let folder =
    #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
    + "/Transcripts"

  static var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  @Test func thereAreTranscripts() {
    #expect(Self.names.count >= 5)
  }

  @Test(arguments: names)
  func replays(name: String) throws {
    let path = Self.folder + "/" + name
    let bytes = try #require(FileManager.default.contents(atPath: path))
    let recorded = try #require(String(validating: bytes, as: UTF8.self))
    let files = MemoryFiles(["there.peil": "let x = 1\npopulation", "bad.peil": "boom"])
    let replayed = Transcript.replayed(recorded, files: files)
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      _ = FileManager.default.createFile(atPath: path, contents: Data(replayed.utf8))
    }
    #expect(replayed == recorded)
  }
}
