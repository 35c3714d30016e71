import Interactive
import Testing

@Suite struct EntryLinesTests {
  @Test func partsAreWhatCouldBeTyped() {
    let text = "# mine\n\n:timing on\na |\n  b\nc\n| d\n?sum\n"
    let parts = EntryLines.parts(of: text) { $0.hasSuffix("|") }
    #expect(parts.map(\.text) == [":timing on", "a |\n  b", "c\n| d", "?sum"])
    #expect(parts.map(\.line) == [3, 4, 6, 8])
    #expect(parts.map(\.isForPrompt) == [true, false, false, true])
    #expect(EntryLines.parts(of: " \n# only\n") { _ in false }.isEmpty)
  }

  @Test(arguments: [
    ("population", 10, EntryLines.Return.run),
    ("population |", 12, .insert("\n  ")),
    ("population |\n    where x |", 26, .insert("\n    ")),
    ("population |", 3, .insert("\n  ")),
    ("population |\n  ", 15, .run),
    ("population |\n", 13, .run),
    ("population |\n\n  | x |", 13, .insert("\n  ")),
    ("", 0, .run),
    ("  ", 2, .run),
    (" \n ", 1, .run),
  ])
  func returnKey(text: String, cursor: Int, expected: EntryLines.Return) {
    let pressed = EntryLines(text, cursor: cursor).pressReturn { $0.hasSuffix("|") || $0.isBlank }
    #expect(pressed == expected)
  }

  @Test func anEmptyLineEndsAnUnfinishedEntry() {
    let pressed = EntryLines("f(\n  ", cursor: 5).pressReturn { _ in true }
    #expect(pressed == .run)
  }

  @Test(arguments: [
    ("abc\ndefgh", 7, -1, 3), ("abc\ndefgh", 9, -1, 3), ("abc\ndefgh", 5, -1, 1),
    ("abc\ndefgh", 2, 1, 6), ("abc\nd", 3, 1, 5), ("éé\nabc", 4, 1, 7), ("ab\néé", 2, 1, 7),
    ("a\n\nb", 3, -1, 2), ("日本\nab", 6, 1, 9), ("e\u{301}x\nabc", 3, 1, 6),
  ])
  func motion(text: String, cursor: Int, rows: Int, expected: Int) {
    #expect(EntryLines(text, cursor: cursor).moved(by: rows) == expected)
  }

  @Test(arguments: [("abc", 1, -1), ("abc", 1, 1), ("a\nb", 0, -1), ("a\nb", 2, 1), ("", 0, 1)])
  func historyBeyondTheEdges(text: String, cursor: Int, rows: Int) {
    #expect(EntryLines(text, cursor: cursor).moved(by: rows) == nil)
  }

  @Test(arguments: [-5, 99])
  func aCursorOutsideTheTextCountsAsItsEnd(cursor: Int) {
    #expect(EntryLines("a\nb", cursor: cursor).moved(by: cursor < 0 ? 1 : -1) != nil)
  }

  @Test(arguments: [
    ("  a  \n", "a"), ("a\n#2 rest\nb", "a\n# 2 rest\nb"), ("#1", "# 1"), ("# 1", "# 1"),
    ("a\n\n b", "a\n b"), ("#x", "#x"), ("", ""), (" \n\t", ""),
  ])
  func remembered(text: String, expected: String) {
    // Swift compares by canonical equivalence; the history holds bytes.
    #expect(Array(EntryLines.remembered(text).utf8) == Array(expected.utf8))
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
