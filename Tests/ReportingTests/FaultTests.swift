import Columnar
import Reporting
import SourceText
import Testing

/// Every fault of a report, with the place it is shown at.
@Suite struct FaultTests {
  private static let head = "---\ntitle: Proef\n---\n"

  /// The text, the code of its only fault, and the lines that show the place.
  static let faults: [(text: String, code: String, place: String)] = [
    ("", "missing-title", "1 | "),
    ("Kop\n", "missing-title", "1 | Kop"),
    ("---\ntitle: x\n", "unclosed-front-matter", "1 | ---\n    | ^^^ begins here"),
    ("---\nsubtitle: x\n---\n", "missing-title", "1 | ---"),
    ("---\ntitle:\n---\n", "empty-value", "2 | title:\n    | ^^^^^"),
    ("---\ntitel: x\ntitle: y\n---\n", "unknown-key", "| ^^^^^ did you mean `title`?"),
    ("---\ntitle: x\ntitle: y\n---\n", "repeated-key", "3 | title: y\n    | ^^^^^"),
    ("---\ntitle: x\nhallo\n---\n", "front-matter-line", "3 | hallo"),
    (
      "---\ntitle: x\nlanguage: fr\n---\n", "unknown-language",
      "3 | language: fr\n    |           ^^"
    ),
    ("---\ntitle: x\ndate: 2020-13\n---\n", "date", "3 | date: 2020-13\n    |       ^^^^^^^"),
    ("---\ntitle: x\ndate: 3 juli 2020\n---\n", "date", "^^^^^^^^^^^"),
    ("---\ntitle: x\nlicense: CC BY\n---\n", "license", "^^^^^"),
    ("---\ntitle: x\nformats: html, doc\n---\n", "unknown-format", "^^^^^^^^^"),
    (
      "---\ntitle: x\nnumber: {{ figure a }}\n---\n```peil a\nbars\n```\n",
      "reference-in-front-matter", "3 | number: {{ figure a }}\n    |         ^^^^^^^^^^^^^^"
    ),
    (
      "---\ntitle: \"{{ x\"\n---\n", "unclosed-inline",
      "2 | title: \"{{ x\"\n    |         ^^ opened here"
    ),
    (head + "a {{ b\n}} c\n", "unclosed-inline", "4 | a {{ b\n    |   ^^ opened here"),
    (head + "a {{ }} c\n", "empty-inline", "    |   ^^^^^"),
    (head + "a {{ : 1 }} c\n", "empty-inline", "    |   ^^^^^^^^^"),
    (head + "a {{ x : }} c\n", "empty-format", "4 | a {{ x : }} c"),
    (head + "a {{ x : precent }} c\n", "unknown-format", "^^^^^^^ did you mean `percent`?"),
    (head + "a {{ x : 11 }} c\n", "unknown-format", "    |          ^^"),
    (head + "a {{ x : text 1 }} c\n", "mixed-format", "    |          ^^^^^^"),
    (head + "a {{ tekst : 1 }} c\n", "format-type", "    |      ^^^^^ this is a text"),
    (head + "a {{ tekst : year }} c\n", "format-type", "    |      ^^^^^"),
    (
      head + "a {{ nix }} c\n", "unknown-name",
      "at report.md:4:6\n  4 | a {{ nix }} c\n    |      ^^^"
    ),
    (head + "é {{ figure a }} c\n", "dangling-reference", "    |             ^"),
    (
      head + "{{ figure staf }}\n\n```peil staaf\nbars\n```\n", "dangling-reference",
      "4 | {{ figure staf }}\n    |           ^^^^ did you mean `staaf`?"
    ),
    (
      head + "{{ table a }}\n\n```peil a\nbars\n```\n", "dangling-reference",
      "^ this block made no table"
    ),
    (
      head + "{{ figure a 2 }}\n\n```peil a\nbars\n```\n", "dangling-reference",
      "^ this block made 1 of them"
    ),
    (
      head + "```peil a title Kop\ntable\n```\n", "block-title",
      "4 | ```peil a title Kop\n    |           ^^^^^^^^^"
    ),
    (head + "```peil a title\ntable\n```\n", "block-title", "^^^^^"),
    (
      head + "```peil a title \"K {{ x }}\"\ntable\n```\n", "block-title",
      "    |                    ^^"
    ),
    (
      head + "```peil a title \"Kop\"\nbars\n```\n", "block-title",
      "4 | ```peil a title \"Kop\"\n    |           ^^^^^^^^^^^"
    ),
    (head + "```peil a title \"Kop\"\ntable\ntable\n```\n", "block-title", "^^^^^^^^^^^"),
    (
      head + "```peil a title \"Kop\" empty Geen\ntable\n```\n", "block-title",
      "    |                       ^^^^^^^^^^"
    ),
    (
      head + "```peil a title \"Kop\" title \"Nog een\"\ntable\n```\n", "block-title",
      "^^^^^^^^^^^^^^^"
    ),
    (
      head + "```peil a title \"a\"b\"\ntable\n```\n", "block-title",
      "    |                   ^"
    ),
    (head + "```peil a empty \"\"\ntable\n```\n", "block-title", "^^^^^^^^"),
    (head + "```peil a empty \"Geen\"\nbars\n```\n", "block-title", "^^^^^^^^^^^^"),
    (head + "```peil\nbars\n", "unclosed-fence", "4 | ```peil\n    | ^^^^^^^ begins here"),
    (head + "a\n\n~~~\nbars\n```\n", "unclosed-fence", "6 | ~~~\n    | ^^^ begins here"),
    (head + "> ```\n> a\n\nb\n", "unclosed-fence", "4 | > ```\n    |   ^^^ begins here"),
    (head + "```peil a b\n```\n", "block-name", "    |         ^^^"),
    (head + "```peil 1a\n```\n", "block-name", "    |         ^^"),
    (
      head + "```peil a\n```\n\n```peil a\n```\n", "repeated-block",
      "7 | ```peil a\n    |         ^\n  at report.md:4:1\n  4 | ```peil a\n    | ^^^^^^^^^ here first"
    ),
    (
      head + "- x\n\n  ```peil a\n  bars\n  ```\n", "nested-block",
      "6 |   ```peil a\n    |   ^^^^^^^^^"
    ),
    (
      head + "```peil a\nlet x\n  stuk\n```\n", "unknown-verb",
      "at report.md:6:3\n  6 |   stuk\n    |   ^^^^"
    ),
    (head + "# Kop\n", "second-title", "4 | # Kop\n    | ^^^^^"),
    (head + "## Kop\n\n#### Kop\n", "heading-level", "6 | #### Kop\n    | ^^^^^^^^"),
    (head + "a <b>c</b> d\n", "raw-html", "4 | a <b>c</b> d\n    |   ^^^"),
    (head + "<div>\nc\n</div>\n", "raw-html", "4 | <div>\n    | ^^^^^"),
    (head + "<!-- a --><script>\n", "raw-html", "4 | <!-- a --><script>"),
    (head + "[a](javascript:alert)\n", "link-scheme", "    |     ^^^^^^^^^^^^^^^^"),
    (
      head + "a\nb [a](/etc/passwd)\n", "link-scheme",
      "5 | b [a](/etc/passwd)\n    |       ^^^^^^^^^^^"
    ),
    (head + "![](a.png)\n", "image-without-text", "    |     ^^^^^"),
    (head + "![a](../a.png)\n", "image-path", "    |      ^^^^^^^^"),
    (head + "![a](https://x.nl/a.png)\n", "image-path", "    |      ^^^^"),
    (head + "![a](a.exe)\n", "image-path", "    |      ^^^^^"),
    (head + "![a](a.png)\n", "unreadable-image", "    |      ^^^^^"),
    (head + "a[^x]\n", "unknown-footnote", "    |  ^^^^"),
    (head + "a\n\n[^x]: b\n", "unused-footnote", "6 | [^x]: b\n    | ^^^^"),
    (head + "a[^x]\n\n[^x]: b\n[^x]: c\n", "repeated-footnote", "7 | [^x]: c\n    | ^^^^"),
    (head + String(repeating: ">", count: 200) + " a\n", "too-deep", "4 | >>>"),
  ]

  @Test(arguments: faults.indices)
  func faultIsShownAtItsPlace(index: Int) {
    let fault = Self.faults[index]
    let session = FakeSession.knowing(("x", .integer(1)), ("tekst", .text("a")))
    let found = Samples.faults(fault.text, session)
    let unexpected = found.filter { !$0.contains("= code \(fault.code)\n") }
    #expect(unexpected.allSatisfy { fault.code == "empty-value" && $0.contains("missing-title") })
    #expect(found.contains { $0.contains("= code \(fault.code)\n") }, "\(fault.code): \(found)")
    #expect(found.contains { $0.contains(fault.place) }, "\(found.joined())")
  }

  @Test func faultsOfFormAreReportedTogetherAndBeforeAnythingRuns() {
    let session = FakeSession()
    let found = Samples.faults(
      Self.head + "{{ }}\n\n```peil 1\nbars\n```\n\n# a\n\n[^x]\n\n{{ figure q }}\n", session)
    #expect(
      found.compactMap { $0.split(separator: "= code ").last.map { $0.dropLast() } } == [
        "empty-inline", "block-name", "second-title", "unknown-footnote", "dangling-reference",
      ])
    #expect(session.ran.isEmpty)
  }

  @Test func blocksRunInOrderUpToTheFirstFault() {
    let session = FakeSession()
    let text = Self.head + "```peil\nlet a\n```\n\n```peil\nstuk\n```\n\n```peil\nlet c\n```\n"
    #expect(Samples.faults(text, session).count == 1)
    #expect(session.ran == ["let a\n", "stuk\n"])
  }

  @Test func valuesThatAreUnknownAreReportedTogether() {
    #expect(Samples.faults(Self.head + "{{ a }} {{ b }}\n\n## {{ c }}\n").count == 3)
  }

  @Test func reportThatIsNotThereIsAFaultOfInput() {
    let fault = #expect(throws: Diagnostics.self) { try Report.read(folder: "/nowhere/report") }
    #expect(fault?.list.first?.phase == .input)
    let message = fault?.list.first?.message ?? ""
    #expect(message.contains("/nowhere/report/report.md"))
  }
}
