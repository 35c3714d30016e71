import SourceText
import Testing

@Suite("Drawn faults")
struct RendererTests {
  private func drawn(
    _ text: String, _ marked: String, label: String? = nil, name: String? = nil,
    related: [(String, String)] = [], notes: [String] = []
  ) -> String {
    let file = SourceFile(name: name ?? "-c", isNamed: name != nil, text: text)
    let fault = Diagnostic(
      .error, code: "some-code", "something is wrong", file: file, range: place(marked, file),
      label: label,
      related: related.map { .init(file: file, range: place($0.0, file), label: $0.1) },
      notes: notes)
    return DiagnosticRenderer().text(of: fault)
  }

  /// The place of the first occurrence of a text.
  private func place(_ marked: String, _ file: SourceFile) -> SourceRange {
    let wanted = Array(marked.utf8)
    for start in 0...max(0, file.utf8.count - wanted.count)
    where file.utf8[start...].starts(with: wanted) {
      return SourceRange(start, start + wanted.count)
    }
    return SourceRange(file.utf8.count, file.utf8.count)
  }

  @Test("A place on a line, with label and notes")
  func simple() {
    #expect(
      drawn(
        "p | where provnce = 1", "provnce", label: "did you mean `province`?", notes: ["a", "b"])
          == """
          error: something is wrong
            1 | p | where provnce = 1
              |           ^^^^^^^ did you mean `province`?
              | a
              | b
              = code some-code

          """)
  }

  @Test("A named file, line and column, and several places")
  func named() {
    #expect(
      drawn(
        "a\n\nbé c\nd", "c", label: "here", name: "map/x.peil",
        related: [("a", "first"), ("d", "and")])
          == """
          error: something is wrong
            at map/x.peil:3:4
            3 | bé c
              |    ^ here
            at map/x.peil:1:1
            1 | a
              | ^ first
            at map/x.peil:4:1
            4 | d
              | ^ and
              = code some-code

          """)
  }

  @Test("Without a place the label stands alone")
  func placeless() {
    let fault = Diagnostic(.warning, code: "c", "careful", label: "so")
    #expect(DiagnosticRenderer().text(of: fault) == "warning: careful\n    | so\n    = code c\n")
    #expect(
      DiagnosticRenderer().text(of: Diagnostic(.error, code: "c", "m"))
        == "error: m\n    = code c\n")
  }

  @Test("Tabs, wide characters, flags and controls stay under their marks")
  func widths() {
    #expect(
      drawn("\ta\t日本🇳🇱é x y", "x y")
        == "error: something is wrong\n  1 |  a 日本🇳🇱é x y\n    |"
        + String(repeating: " ", count: 12)
        + "^^^\n    = code some-code\n")
    #expect(drawn("日本 = x", "日本").contains("    | ^^^^\n"))
    #expect(drawn("\u{FEFF}ab", "b", name: "f").contains("at f:1:2\n  1 | ab\n    |  ^\n"))
    let hostile = drawn("a\u{1B}[31m\u{9B}b\u{202E}c", "b", label: "x\u{1B}y\nz")
    #expect(
      hostile.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(!hostile.unicodeScalars.contains("\u{202E}"))
    #expect(hostile.split(separator: "\n").count == 4)
  }

  @Test("The end of a line or of the file, and a place over several lines")
  func ends() {
    #expect(drawn("ab\ncd", "\ncd").contains("  1 | ab\n    |   ^\n"))
    #expect(drawn("ab", "zz").contains("  1 | ab\n    |   ^\n"))
    #expect(drawn("ab\n", "zz").contains("  2 | \n    | ^\n"))
    #expect(drawn("ab\ncd\nef", "b\ncd\ne").contains("  1 | ab\n    |  ^\n"))
    #expect(drawn("", "").contains("  1 | \n    | ^\n"))
  }

  @Test("The number of a line takes the room it needs")
  func gutter() {
    let text = String(repeating: "\n", count: 9_999) + "x"
    #expect(drawn(text, "x").contains("\n  10000 | x\n        | ^\n        = code"))
    #expect(
      drawn("a" + text, "a", related: [("x", "far")]).contains(
        "\n      1 | a\n        | ^\n  10000 | x\n"))
  }

  @Test("A long line is cut around the fault", arguments: [0, 30, 60, 500, 970, 999])
  func long(offset: Int) {
    var line = (0..<1000).map { _ in "é" }
    line[offset] = "X"
    let lines = drawn(line.joined(), "X").split(separator: "\n")
    #expect(lines[1].count < 115)
    #expect(lines[1].contains("X"))
    let mark = Array(lines[2])
    let shown = Array(lines[1])
    #expect(mark.firstIndex(of: "^") == shown.firstIndex(of: "X"))
    #expect(shown.contains("…") && !lines[1].contains("\u{FFFD}"))
    #expect(shown.filter { $0 == "é" }.count >= 48)
  }

  @Test("A long mark is cut too")
  func longMark() {
    let text = drawn(String(repeating: "x", count: 100_000), String(repeating: "x", count: 100_000))
    #expect(text.utf8.count < 400)
  }

  /// Names and texts of a script can be of any length; a message about one can still be read.
  @Test func whatIsTooLongToReadIsCut() {
    let long = String(repeating: "e", count: 1_000_000)
    let text = DiagnosticRenderer().text(
      of: Diagnostic(
        .error, code: "unknown-verb", "no verb `\(long)`", label: "did you mean `\(long)`?",
        notes: [String(repeating: "aan ", count: 10_000)]))
    #expect(text.contains("no verb `\(long.prefix(99))…`\n"))
    #expect(text.utf8.count < 3000)
  }
}
