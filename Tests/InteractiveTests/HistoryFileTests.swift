import Interactive
import Testing

@Suite struct HistoryFileTests {
  private func path(
    in folder: String, files: Set<String> = [], _ environment: [String: String] = ["HOME": "/h"]
  ) -> String? {
    HistoryFile.chosen(
      workingFolder: folder, environment: { environment[$0] }, exists: { files.contains($0) })?
      .path
  }

  @Test(arguments: ["peil.toml", "Package.swift", "reports", "scripts", ".peil_history"])
  func aProjectHasItsOwn(mark: String) {
    #expect(path(in: "/w", files: ["/w/" + mark]) == "/w/.peil_history")
  }

  @Test func otherFoldersShareTheUsers() {
    #expect(path(in: "/w", files: ["/w/data"]) == "/h/.local/state/peil/history")
    let state = ["HOME": "/h", "XDG_STATE_HOME": "/s"]
    #expect(path(in: "/w", state) == "/s/peil/history")
  }

  @Test func aRelativeOrEmptyStateFolderDoesNotCount() {
    for value in ["", "state", "./x"] {
      let environment = ["HOME": "/h", "XDG_STATE_HOME": value]
      #expect(path(in: "/w", environment) == "/h/.local/state/peil/history")
    }
  }

  @Test func scriptsInTheHomeFolderMakeNoProject() {
    #expect(path(in: "/h", files: ["/h/scripts"]) == "/h/.local/state/peil/history")
    #expect(path(in: "/h/", files: ["/h/reports"]) == "/h/.local/state/peil/history")
    #expect(path(in: "/h", files: ["/h/.peil_history"]) == "/h/.peil_history")
  }

  @Test func withoutAHomeThereIsNone() {
    #expect(path(in: "/w", [:]) == nil)
    #expect(path(in: "/w", ["HOME": "here"]) == nil)
    #expect(path(in: "/", files: ["/scripts"], [:]) == "/.peil_history")
  }

  @Test func anUnwritablePlaceIsToldNotThrown() {
    #expect(HistoryFile(path: "/proc/none/history").prepare() != nil)
  }
}
