import SourceText
import Testing

@Suite("Cells of a text")
struct DisplayWidthTests {
  @Test(
    "Known widths",
    arguments: [
      ("", 0), ("abc", 3), ("Súdwest-Fryslân", 15), ("e\u{301}", 1), ("日本", 4), ("ｗ", 2), ("한", 2),
      ("\u{1100}\u{1161}\u{11A8}", 2), ("😀", 2), ("👩‍👩‍👧‍👦", 2), ("👍🏽", 2), ("🇳🇱", 2), ("🇳🇱🇧🇪", 4),
      ("🇳", 1), ("❤", 1), ("❤️", 2), ("⌚", 2), ("⏰", 2), ("⚡", 2), ("⭐", 2), ("✔", 1),
      ("\u{200B}", 0),
      ("\u{200D}", 0), ("a\tb", 2), ("\u{7}", 0), ("\u{9B}", 0), ("…", 1), ("€", 1), ("½", 1),
      ("─", 1),
      ("▁▂▃", 3), ("\u{FEFF}a", 1), ("〿", 1), ("\u{1F321}", 1), ("\u{1F32D}", 2), ("\u{20000}", 2),
      ("\u{10FFFF}", 1), ("\r\n", 0), ("\u{2028}", 0),
    ])
  func widths(text: String, cells: Int) {
    #expect(DisplayWidth.of(text) == cells)
  }

  @Test("Plain and other texts are measured alike", arguments: ["", " ", "plain text", "~{}|\\"])
  func plain(text: String) {
    #expect(DisplayWidth.of(text) == text.reduce(0) { $0 + DisplayWidth.of($1) })
  }
}
