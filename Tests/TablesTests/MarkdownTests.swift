import Columnar
import Testing

@testable import Tables

@Suite struct MarkdownTests {
  private func md(_ table: Table, notes: [Note] = []) -> String {
    TableFormat.md.output(of: TableView(table, notes: notes)).body
  }

  @Test func monitorTable() {
    #expect(
      md(Samples.monitor, notes: Samples.notes) == #"""
        | Gemeente | year | Cliënten | Tarief (per 1.000 inwoners) | clients_growth |
        | :--- | ---: | ---: | ---: | ---: |
        | Utrecht | 2018 | 1.234 | 12,50 | ° |
        | Utrecht | 2019 | 12.345 | 7,00 | −3,04 |
        | 's-Hertogenbosch | 2019 | x | 1.001,26 | x |
        | GM9999 | 2019 | 9\* | ≠ | 900,00 |

        - \* Cliënten: 1 cel deels bekend (1 van 2)
        - x geheim (missing: suppressed)
        - ° geen vorige periode (missing: no_prior_period)
        - ≠ niet vergelijkbaar (missing: not_comparable)
        - 2 regels delen plaats 3.
        - Weesp ging op in Amsterdam<br>(2022).

        """#)
  }

  @Test(arguments: [
    ("a|b", #"a\|b"#), (#"\|"#, #"\\\|"#), ("a\r\nb\nc\rd", "a<br>b<br>c<br>d"),
    ("</script>", #"\</script>"#), ("a_b", "a_b"), ("_a_", #"\_a\_"#), ("*a*", #"\*a\*"#),
    ("&amp;", #"\&amp;"#), ("[x](y)", #"\[x\](y)"#), ("`x`", #"\`x\`"#), ("\t", "␉"),
  ])
  func textsComeOutAsWritten(text: String, cell: String) {
    let body = md(Samples.texts([[text]], names: ["k"]))
    #expect(body == "| k |\n| :--- |\n| \(cell) |\n")
  }

  @Test func everyLineHasItsCells() {
    let rows = Samples.hostile.map { [$0, $0] }
    let lines = md(Samples.texts(rows, names: ["|", "\n"])).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == rows.count + 3)
    for line in lines.dropLast() {
      var bars = 0
      var isEscaped = false
      for byte in line.utf8 {
        if byte == UInt8(ascii: "|"), !isEscaped { bars += 1 }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      }
      #expect(bars == 3, "\(line)")
    }
  }

  @Test func itemsBeginNoListOrHeading() {
    let texts = ["# a", "- b", "+ c", "> d", "= e", "f"]
    let notes = texts.map { Note(code: "n", dutch: $0, english: $0) }
    let body = md(Samples.table("a", .integer, [.missing(.notMeasured)]), notes: notes)
    #expect(
      body.hasSuffix(
        """
        - \\- niet gemeten (missing: not_measured)
        - \\# a
        - \\- b
        - \\+ c
        - \\> d
        - \\= e
        - f

        """))
  }

  @Test func smallest() {
    #expect(md(Samples.table("a", .integer, [])) == "| a |\n| ---: |\n\ngeen rijen\n")
    #expect(md(Table(schema: Schema([]), columns: [], count: 1)) == "geen kolommen\n")
  }
}
