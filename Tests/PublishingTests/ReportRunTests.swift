import FoundationEssentials
import Publishing
import Reporting
import SourceText
import Synchronization
import Testing

/// A run: what stays when it fails, who is told, and what is kept about it.
@Suite struct ReportRunTests {
  private static let good = "```peil a\nprint 1\n```\n"
  private static let broken = "```peil a\nnone_such | take 1\n```\n"

  @Test func runPublishesAndSecondRunChangesNothing() throws {
    let scratch = try Scratch()
    try scratch.report(Self.good)
    let first = scratch.run().run()
    #expect(first.exitCode == 0 && first.faults.isEmpty)
    #expect(scratch.names("uit/r") == ["content.json", "manifest.json", "r.html", "r.md"])
    let node = try Self.node(scratch.path + "/uit/r")
    let second = scratch.run().run()
    #expect(second.changes.isEmpty && second.exitCode == 0)
    #expect(try Self.node(scratch.path + "/uit/r") == node)
    #expect(scratch.text("uit/r.run.json")?.contains("\"outcome\": \"unchanged\"") == true)
  }

  private static func node(_ path: String) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
  }

  @Test func failedRunIsKeptApartUntilOneSucceeds() throws {
    let scratch = try Scratch()
    try scratch.report(Self.good)
    _ = scratch.run().run()
    let page = scratch.text("uit/r/r.html")
    try scratch.report(Self.broken)
    let failed = scratch.run().run()
    #expect(failed.exitCode == 2)
    #expect(scratch.text("uit/r/r.html") == page)
    #expect(scratch.names("uit/r.failed") == ["faults.txt", "run.json"])
    #expect(scratch.text("uit/r.failed/faults.txt")?.contains("none_such") == true)
    #expect(scratch.text("uit/r.run.json")?.contains("\"exitCode\": 2") == true)
    try scratch.report(Self.good + "Anders.\n")
    #expect(scratch.run().run().exitCode == 0)
    #expect(scratch.names("uit/r.failed").isEmpty)
    #expect(scratch.text("uit/r/r.md")?.contains("Anders.") == true)
  }

  @Test func hooksAreToldOfChangeAndOfFailure() throws {
    let scratch = try Scratch()
    func outcome(_ body: String) throws -> [String] {
      try scratch.report(body)
      var run = scratch.run()
      run.onChange = Hook("cat > '\(scratch.path)/change.json'")
      run.onFailure = Hook("cat > '\(scratch.path)/failure.json'")
      try? scratch.remove("change.json")
      try? scratch.remove("failure.json")
      #expect(run.run().hookFaults.isEmpty)
      return scratch.names().filter { $0.hasSuffix("e.json") && !$0.contains("/") }
    }
    #expect(try outcome(Self.good) == ["change.json"])
    #expect(scratch.text("change.json")?.contains("\"path\": \"r.html\"") == true)
    #expect(try outcome(Self.good) == [])
    #expect(try outcome(Self.broken) == ["failure.json"])
    #expect(scratch.text("failure.json")?.contains("none_such") == true)
  }

  @Test func hookThatHangsIsEndedAndToldOf() throws {
    let scratch = try Scratch()
    try scratch.report(Self.good)
    var run = scratch.run()
    run.onChange = Hook("sleep 60 & sleep 60", seconds: 1)
    let start = ContinuousClock.now
    let outcome = run.run()
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(outcome.hookFaults.first?.message.contains("longer than 1 s") == true)
    #expect(outcome.exitCode == 1 && outcome.faults.isEmpty)
    #expect(scratch.text("uit/r/r.html") != nil)
  }

  @Test func hookThatReadsNothingIsNoFault() throws {
    let scratch = try Scratch()
    try scratch.report(Self.good)
    var run = scratch.run()
    run.onChange = Hook("exit 0")
    #expect(run.run().exitCode == 0)
    try scratch.report(Self.good + "Meer.\n")
    run.onChange = Hook("exit 3")
    #expect(run.run().hookFaults.first?.message.contains("ended with 3") == true)
  }

  @Test func unknownParamEndsBeforeAnyWork() throws {
    let scratch = try Scratch()
    try scratch.report(Self.good)
    let outcome = scratch.run(arguments: ["editie": "2020"]).run()
    #expect(outcome.exitCode == 64)
    #expect(!scratch.names().contains { $0.hasPrefix("uit/r") && $0 != "uit/r.run.json" })
  }

  @Test func folderOfTheReportIsNoFolderOfOutputs() throws {
    let scratch = try Scratch()
    try scratch.report(Self.good)
    for out in ["r", "r/", ".", "r/../r"] {
      let outcome = scratch.run(out: out).run()
      #expect(outcome.faults.first?.code == "output-folder")
      #expect(outcome.exitCode == 64)
    }
    #expect(scratch.names() == ["r", "r/report.md"])
    #expect(scratch.run(out: "r/uit").run().exitCode == 0)
  }

  @Test func twoRunsAtOnceAreRefused() throws {
    let scratch = try Scratch()
    try scratch.report(Self.good)
    var inner: ReportRun.Outcome?
    var outer = scratch.run()
    let second = scratch.run()
    outer.tell = { event in
      if case .block = event, inner == nil { inner = second.run() }
    }
    #expect(outer.run().exitCode == 0)
    #expect(inner?.exitCode == 75)
    #expect(inner?.faults.first?.code == "busy")
  }

  @Test func fileThatChangesWhileItIsReadIsNoticed() throws {
    let scratch = try Scratch()
    try scratch.write("r/cijfers.csv", "jaar,waarde\n2019,1\n")
    try scratch.report("```peil a\ncsv \"cijfers.csv\"\n```\n\n```peil b\nprint 1\n```\n")
    var run = scratch.run()
    let path = scratch.path + "/r/cijfers.csv"
    run.tell = { event in
      guard case .block(let progress) = event, progress.name == "b" else { return }
      try? Data("jaar,waarde\n2019,2345\n".utf8).write(to: URL(filePath: path))
    }
    let outcome = run.run()
    #expect(outcome.faults.first?.code == "file-changed")
    #expect(outcome.exitCode == 75)
    #expect(scratch.text("uit/r/r.html") == nil)
  }

  @Test func logTellsEventsAsLinesOfJSON() throws {
    let scratch = try Scratch()
    try scratch.report(Self.good)
    let written = Mutex<[String]>([])
    let log = EventLog(.json) { line in written.withLock { $0.append(line) } }
    var run = scratch.run()
    run.tell = { log($0) }
    _ = run.run()
    let lines = written.withLock { $0 }
    let events = lines.map { $0.split(separator: "\"event\": \"")[1].prefix { $0 != "\"" } }
    #expect(events == ["started", "block", "published"])
    #expect(lines.allSatisfy { $0.hasSuffix("}\n") && $0.filter { $0 == "\n" }.count == 1 })
  }
}
