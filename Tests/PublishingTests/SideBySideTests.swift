import FoundationEssentials
import Publishing
import Reporting
import SourceText
import Testing

@testable import Peil

/// Blocks that do not need each other run side by side, and nobody sees it.
@Suite struct SideBySideTests {
  private static func blocks(_ texts: String...) -> [SourceFile] {
    var above = ""
    return texts.map { text in
      defer { above += String(repeating: "\n", count: 4) }
      return SourceFile(name: "report.md", text: above + text)
    }
  }

  private static func isRunning(_ task: RunAhead.Task) -> Bool {
    if case .running = task.state { true } else { false }
  }

  @Test func statementsThatNeedNothingBeginTogetherAndOthersWait() throws {
    var options = SessionOptions()
    options.threads = 4
    let session = Session(options: options)
    try session.check(
      Self.blocks(
        "let a = population | where year = 2022", "a | sum inhabitants by province",
        "municipalities | count by province",
        "let n = a | count\npopulation | take 3 | derive x = $n"), values: [])
    let ahead = try #require(session.ahead)
    ahead.begin { _ in (nil, nil) }
    #expect(ahead.tasks.map(\.label) == ["let a", "0", "0", "let n", "1"])
    #expect(ahead.tasks.map(Self.isRunning) == [true, false, true, false, false])
    #expect(ahead.tasks.map(\.needs) == [[], [0], [], [0], [3]])
    while ahead.tasks.contains(where: { Self.isRunning($0) || ahead.isWaiting($0) }) {
      ahead.wait(milliseconds: 100)
      ahead.begin { _ in (nil, nil) }
    }
    session.forgetAhead()
  }

  @Test(arguments: [1, 2, 7]) func numberOfThreadsDoesNotShow(threads: Int) throws {
    let scratch = try Scratch()
    let lines = (0..<1500).map { "2020,\($0)\n" }.joined()
    try scratch.write("r/laat.csv", "jaar,waarde\n" + lines + "2020,0.5\n")
    try scratch.report(
      """
      ```peil a
      param naam: text = "Flevoland"
      let som = csv "laat.csv" | sum waarde
      let deel = population | where province = $naam and year = 2022
      ```

      ```peil b
      deel | sum inhabitants by name
      csv "laat.csv" | summarise hoogste = max(waarde), aantal = count()
      ```

      ```peil c
      som
      population | where year = 2023 | sum inhabitants by province | bars inhabitants by province
      ```

      Het zijn er {{ (deel | count) }}.

      """)
    var options = SessionOptions()
    options.threads = threads
    let run = ReportRun(
      ReportJob(folder: scratch.path + "/r", options: options),
      to: EditionFolder(scratch.path + "/uit/r"))
    #expect(run.run().faults.isEmpty)
    #expect(scratch.text("uit/r/r.md")?.contains("1.124.250,5") == true)
    options.threads = 1
    var alone = ReportRun(
      ReportJob(folder: scratch.path + "/r", options: options),
      to: EditionFolder(scratch.path + "/alleen/r"))
    alone.isFresh = true
    #expect(alone.run().faults.isEmpty)
    for file in ["r.md", "r.html", "content.json", "manifest.json"] {
      #expect(scratch.text("uit/r/" + file) == scratch.text("alleen/r/" + file), "\(file)")
    }
  }

  /// The second block is done long before the first fails: the first fault is told all the same.
  @Test func firstFaultInTheTextIsTold() throws {
    let scratch = try Scratch()
    try scratch.report(
      """
      ```peil a
      population | sum inhabitants by year | assert count() = 1, "de eerste"
      ```

      ```peil b
      themes | assert count() = 0, "de tweede"
      ```

      """)
    let faults = scratch.run().run().faults
    #expect(faults.count == 1)
    let text = faults.first.map { DiagnosticRenderer().text(of: $0) }
    #expect(text?.contains("de eerste") == true, "\(text ?? "")")
  }

  @Test func reportThatWritesAFileRunsInOrder() throws {
    let session = Session()
    try session.check(
      Self.blocks("themes | save \"thema.csv\"", "municipalities | count"), values: [])
    #expect(session.ahead == nil)
  }

  @Test func runThatIsEndedEndsWhatIsAtWork() throws {
    let scratch = try Scratch()
    try scratch.report("```peil a\nthemes\n```\n\n```peil b\npopulation | count by year\n```\n")
    var options = SessionOptions()
    options.isCancelled = { true }
    let run = ReportRun(
      ReportJob(folder: scratch.path + "/r", options: options),
      to: EditionFolder(scratch.path + "/uit/r"))
    #expect(run.run().faults.map(\.code) == ["interrupted"])
  }
}

extension RunAhead {
  /// Whether a task has not begun.
  fileprivate func isWaiting(_ task: Task) -> Bool {
    if case .waiting = task.state { true } else { false }
  }
}
