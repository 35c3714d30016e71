import Interactive
import Testing

@Suite struct PagerTests {
  @Test(
    arguments: [
      ([:], "less -SRFX"), (["PAGER": ""], "less -SRFX"), (["PAGER": "less"], "less -SRFX"),
      (["PAGER": "most -w"], "most -w"), (["PAGER": "more", "PEIL_PAGER": "less -R"], "less -R"),
      (["PAGER": "cat"], nil),
    ] as [([String: String], String?)])
  func theEnvironmentChooses(environment: [String: String], command: String?) {
    #expect(Pager.chosen { environment[$0] }.command == command)
  }

  @Test(arguments: [
    ("a\nb\nc\n", 3, false), ("a\nb\nc\nd\n", 3, true),
    // A line of 25 columns takes three rows of ten.
    (String(repeating: "x", count: 25) + "\n", 3, false),
    (String(repeating: "x", count: 25) + "\ny\n", 3, true),
    (String(repeating: "é", count: 10) + "\n\n\n", 3, false), ("", 1, false),
  ])
  func longerThanTheScreen(text: String, rows: Int, expected: Bool) {
    // The prompt takes a row as well: a text may fill all rows but one.
    let terminal = TerminalSize(columns: 10, rows: rows + 1)
    #expect(Pager.isNeeded(text, on: terminal) == expected)
  }

  @Test func aProgramThatIsNotThereShowsNothing() {
    #expect(!Pager(command: "no-such-pager -x").show("a"))
    #expect(!Pager(command: nil).show("a"))
    #expect(!Pager(command: "").show("a"))
  }
}
