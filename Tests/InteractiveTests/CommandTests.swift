import FoundationEssentials
import Interactive
import SourceText
import Testing

@Suite struct CommandTests {
  @Test(arguments: [
    ("timing on", "timing", "on"), ("d", "d", ""), ("d  wmo 2 ", "d", "wmo 2"), ("", "", ""),
    (" d", "", "d"), ("explain a |\n  b", "explain", "a |\n  b"), ("d\twmo", "d", "wmo"),
  ])
  func calls(text: String, name: String, argument: String) {
    let call = CommandCall(text[...])
    #expect(call.name == name)
    #expect(call.argument == argument)
  }

  @Test func everyFileIsListed() throws {
    let tests = #filePath.split(separator: "/").dropLast()
    let folder = "/" + tests.dropLast(2).joined(separator: "/") + "/Sources/Interactive/Commands"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    let commands = files.filter { $0.hasSuffix("Command.swift") && $0 != "Command.swift" }
    #expect(commands.count == Command.all.count)
  }

  @Test func namesAreDistinctAndDocumented() {
    let names = Command.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
    for command in Command.all {
      #expect(command.synopsis.hasPrefix(":" + command.name))
      #expect(!command.summary.isEmpty && !command.summary.hasSuffix("."))
    }
  }

  @Test(arguments: [
    ("timng", "timing"), ("hlep", "help"), ("exlpain", "explain"), ("sav", "save"),
  ])
  func nearest(typed: String, expected: String) {
    #expect(Suggestion.nearest(to: typed, among: Command.all.map(\.name)) == expected)
  }

  @Test(arguments: ["", "zzzzzz", "population"])
  func nothingIsNear(typed: String) {
    #expect(Suggestion.nearest(to: typed, among: ["timing", "history", "save"]) == nil)
  }
}
