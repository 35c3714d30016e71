import Interactive
import Testing

/// A prompt over the sample session, fed entry by entry.
private struct Fixture {
  let session = SampleSession()
  let files = MemoryFiles(["there.peil": "population"])
  let printed = Printed()
  let repl: REPL

  final class Printed {
    var output = ""
    var errors = ""
  }

  init(time: Duration = .milliseconds(3), columns: Int? = 100) {
    let printed = printed
    let console = Console(output: { printed.output += $0 }, errors: { printed.errors += $0 })
    let editor = PlainEditor(
      terminal: columns.map { TerminalSize(columns: $0, rows: 30) }, write: { _ in },
      nextLine: { .end })
    repl = REPL(session: session, editor: editor, console: console, files: files.access) {
      $0()
      return time
    }
  }

  func enter(_ entries: String...) {
    for entry in entries { _ = repl.handle(entry) }
  }
}

@Suite struct REPLTests {
  @Test func resultsAndErrorsGoApart() {
    let fixture = Fixture()
    fixture.enter("crime", "boom", ":nope", "?nope", ":d nope", ":mode nope", ":run nope")
    #expect(fixture.printed.output == "[table 100] crime\n")
    #expect(fixture.printed.errors.split(separator: "\n").count { $0.hasPrefix("error: ") } == 6)
  }

  @Test func pastedCommandsRunUpToTheFirstFault() {
    let fixture = Fixture()
    fixture.enter(":mode csv\ncrime\n  | take 3\nboom\nwmo")
    #expect(fixture.session.runs == ["crime\n  | take 3", "boom"])
    #expect(fixture.session.mode == .csv)
    // Without a command among them the lines are one script.
    fixture.enter("crime\nwmo")
    #expect(fixture.session.runs.last == "crime\nwmo")
  }

  @Test func commandsThatTakeNothingSaySo() {
    let fixture = Fixture()
    #expect(fixture.repl.handle(":quit now") == .usage)
    #expect(fixture.printed.errors == "error: usage: :quit\n")
    #expect(fixture.repl.handle(":quit") == .leave)
  }

  @Test func onceWritesOneResultUncut() {
    let fixture = Fixture()
    fixture.enter(":once out.csv", "boom", "crime", "wmo")
    #expect(fixture.files.contents["out.csv"] == "[table any] crime")
    #expect(fixture.printed.output == "[table 100] wmo\n")
  }

  @Test func onceToAnUnwritableFileIsTold() {
    let fixture = Fixture()
    fixture.enter(":once /out.csv", "crime")
    #expect(fixture.printed.errors == "error: cannot write /out.csv\n")
  }

  @Test func saveHoldsOnlyWhatSucceeded() {
    let fixture = Fixture()
    fixture.enter("crime", "boom", ":timing off", "| take 3", ":save a.peil")
    #expect(fixture.files.contents["a.peil"] == "crime\n| take 3\n")
    fixture.enter("wmo", ":save a.peil")
    #expect(fixture.files.contents["a.peil"] == "crime\n| take 3\nwmo\n")
  }

  @Test func saveKeepsFilesThatWereThere() {
    let fixture = Fixture()
    fixture.enter("crime", ":save there.peil")
    #expect(fixture.files.contents["there.peil"] == "population")
    #expect(fixture.printed.errors.contains("exists already"))
  }

  @Test func saveOfNothingWritesNothing() {
    let fixture = Fixture()
    fixture.enter("boom", ":save a.peil")
    #expect(fixture.files.contents["a.peil"] == nil)
  }

  @Test func runKnowsItsFile() {
    let fixture = Fixture()
    fixture.enter(":run there.peil", "crime")
    #expect(fixture.session.contexts.map(\.file) == ["there.peil", nil])
    #expect(fixture.session.runs == ["population", "crime"])
  }

  @Test func resultsElsewhereAreNotCut() {
    let fixture = Fixture(columns: nil)
    fixture.enter("crime")
    #expect(fixture.printed.output == "[table any] crime\n")
  }

  @Test(arguments: [
    (Duration.microseconds(40), "0.0 ms"), (.microseconds(450), "0.4 ms"),
    (.milliseconds(12), "12 ms"), (.milliseconds(999), "999 ms"),
    (.milliseconds(1050), "1.05 s"), (.seconds(75), "75.00 s"),
  ])
  func timing(time: Duration, text: String) {
    let fixture = Fixture(time: time)
    fixture.enter(":timing on", "crime", ":timing off", "wmo")
    #expect(fixture.printed.errors == "time: \(text)\n")
  }

  @Test func onlyQuitLeaves() {
    let fixture = Fixture()
    #expect(fixture.repl.handle(":quit") == .leave)
    #expect(fixture.repl.handle(":q") == .leave)
    #expect(fixture.repl.handle(":quti") == .next)
  }

  @Test func aRaisedFlagIsLoweredForTheNextRun() {
    let fixture = Fixture()
    fixture.repl.cancellation.raise()
    fixture.enter("crime")
    #expect(!fixture.repl.cancellation.isRaised)
    #expect(fixture.printed.output == "[table 100] crime\n")
  }

  @Test(.timeLimit(.minutes(1))) func anotherThreadCancelsARun() async {
    let flag = CancellationFlag()
    let run = Task.detached {
      while !flag.isRaised { await Task.yield() }
      flag.lower()
    }
    flag.raise()
    await run.value
    #expect(!flag.isRaised)
  }
}

@Suite struct AdvisorTests {
  @Test(arguments: [
    ("population |", true), ("population", false), (":d |", false), ("?sum |", false),
    (":explain population |", true), (":explain", false), (":explain population", false),
    (":nope |", false),
  ])
  func needsMore(entry: String, expected: Bool) {
    #expect(Fixture().repl.needsMore(entry) == expected)
  }

  @Test(arguments: [
    (":ti", 1..<3, ["timing"]), (":timing o", 8..<9, ["on", "off"]), (":d w", 3..<4, ["wmo"]),
    ("?s", 1..<2, ["sum"]), (":explain po", 9..<11, ["population"]), ("cr", 0..<2, ["crime"]),
    (":run the", 5..<8, ["there.peil"]), (":mode j", 6..<7, ["json"]), (":nope x", 7..<7, []),
    (":help mo", 6..<8, ["mode"]), (":quit x", 7..<7, []),
  ])
  func completions(entry: String, range: Range<Int>, texts: [String]) {
    let list = Fixture().repl.completions(in: entry, at: entry.utf8.count)
    #expect(list.replacing == range)
    #expect(list.candidates.map(\.text) == texts)
  }

  @Test(arguments: [-1, 99])
  func cursorsOutsideTheEntryGiveNothing(offset: Int) {
    #expect(Fixture().repl.completions(in: "cr", at: offset).candidates.isEmpty)
  }
}
