import FoundationEssentials
import Interactive
import Peil
import Testing

/// Replays every file in `Transcripts`, over a stand-in for the engine, and in `Sessions`, over the
/// engine itself; `PEIL_RECORD=1` in the environment writes them anew.
@Suite struct TranscriptTests {
  static let place = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }

  static func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: place + "/" + folder)) ?? []).sorted()
  }

  @Test func thereAreTranscripts() {
    #expect(Self.names("Transcripts").count >= 5)
    #expect(Self.names("Sessions").count >= 5)
  }

  @Test(arguments: names("Transcripts"))
  func replays(name: String) throws {
    try replay("Transcripts/" + name) { SampleSession() }
  }

  @Test(arguments: names("Sessions"))
  func replaysWithTheEngine(name: String) throws {
    var options = SessionOptions()
    options.threads = 2
    try replay("Sessions/" + name) { EngineSession(Session(options: options)) }
  }

  private func replay(_ name: String, session: () -> any InteractiveSession) throws {
    let path = Self.place + "/" + name
    let bytes = try #require(FileManager.default.contents(atPath: path))
    let recorded = try #require(String(validating: bytes, as: UTF8.self))
    let files = MemoryFiles(["there.peil": "let x = 1\npopulation", "bad.peil": "boom"])
    let replayed = Transcript.replayed(recorded, session: session(), files: files)
    if ProcessInfo.processInfo.environment["PEIL_RECORD"] != nil {
      _ = FileManager.default.createFile(atPath: path, contents: Data(replayed.utf8))
    }
    #expect(replayed == recorded)
  }
}
