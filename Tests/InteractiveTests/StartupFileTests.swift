import FoundationEssentials
import Interactive
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct StartupFileTests {
  private func paths(_ files: Set<String>, _ environment: [String: String]) -> [String] {
    StartupFile.chosen(
      environment: { environment[$0] }, exists: { files.contains($0) }
    ).map(\.path)
  }

  @Test func theUsersComesBeforeTheProjects() {
    let files: Set = ["/h/.config/peil/rc.peil", "/c/peil/rc.peil", ".peilrc"]
    #expect(paths(files, ["HOME": "/h"]) == ["/h/.config/peil/rc.peil", ".peilrc"])
    let chosen = ["HOME": "/h", "XDG_CONFIG_HOME": "/c"]
    #expect(paths(files, chosen) == ["/c/peil/rc.peil", ".peilrc"])
    #expect(paths(files, ["HOME": "h", "XDG_CONFIG_HOME": "c"]) == [".peilrc"])
    #expect(paths([], chosen) == [])
  }

  /// What a text prints and does when its lines are run.
  private func run(_ text: String) -> (runs: [String], errors: String) {
    let session = SampleSession()
    var errors = ""
    let console = Console(output: { _ in }, errors: { errors += $0 })
    let editor = PlainEditor(write: { _ in }, nextLine: { .end })
    let repl = REPL(
      session: session, editor: editor, console: console, files: MemoryFiles().access)
    repl.run(lines: text, of: "rc")
    return (session.runs, errors)
  }

  @Test func entriesOfSeveralLinesRunWhole() {
    let text = "# mine\n\n:timing off\ncrime |\n  take 3\nwmo\n| take 1\n  | take 2\n"
    #expect(run(text).runs == ["crime |\n  take 3", "wmo\n| take 1\n  | take 2"])
  }

  @Test func whatIsWrongIsToldWithItsLineAndTheRestRuns() {
    let done = run("crime\nboom\n:nope\nwmo")
    #expect(done.runs == ["crime", "boom", "wmo"])
    #expect(done.errors.contains("  in rc, line 2\n"))
    #expect(done.errors.contains("  in rc, line 3\n"))
  }

  @Test func aFileThatOthersMayWriteIsNotRun() throws {
    let path = FileManager.default.temporaryDirectory.path() + "/peilrc-\(UUID().uuidString)"
    _ = FileManager.default.createFile(atPath: path, contents: Data("crime\n".utf8))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let isMine = unsafe chmod(path, 0o644) == 0
    #expect(isMine)
    #expect(StartupFile(path: path).danger == nil)
    let isAnyones = unsafe chmod(path, 0o666) == 0
    #expect(isAnyones)
    #expect(StartupFile(path: path).danger == "others may write it")
  }
}
