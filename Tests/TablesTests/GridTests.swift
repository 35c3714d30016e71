import Columnar
import SourceText
import Testing
import Wording

@testable import Tables

@Suite struct GridTests {
  private func text(_ table: Table, options: TableOptions = TableOptions()) -> String {
    TableFormat.table.output(of: TableView(table, options: options)).body
  }

  @Test func monitorTable() {
    let output = TableFormat.table.output(of: TableView(Samples.monitor, notes: Samples.notes))
    #expect(
      output.body == """
        Gemeente          year  Cliënten  Tarief (per 1.000 inwoners)  clients_growth
        ────────────────  ────  ────────  ───────────────────────────  ──────────────
        Utrecht           2018    1.234                         12,50               °
        Utrecht           2019   12.345                          7,00           −3,04
        's-Hertogenbosch  2019        x                      1.001,26               x
        GM9999            2019        9*                            ≠          900,00

        * Cliënten: 1 cel deels bekend (1 van 2)
        x geheim (missing: suppressed)
        ° geen vorige periode (missing: no_prior_period)
        ≠ niet vergelijkbaar (missing: not_comparable)
        2 regels delen plaats 3.
        Weesp ging op in Amsterdam␤(2022).

        """)
    #expect(output.notes == "")
  }

  @Test func english() {
    let options = TableOptions(language: .english)
    let view = TableView(Samples.monitor, notes: Samples.notes, options: options)
    let lines = TableFormat.table.output(of: view).body.split(separator: "\n")
    #expect(lines[4].hasPrefix("'s-Hertogenbosch  2019        x"))
    #expect(lines[4].hasSuffix("  1,001.26               x"))
    #expect(lines[5].hasSuffix("  900.00"))
    #expect(lines[6] == "* Cliënten: 1 cell partly known (1 of 2)")
    #expect(lines[9] == "≠ not comparable (missing: not_comparable)")
    #expect(lines[10] == "2 rows share place 3.")
  }

  @Test func withoutNotesOnlyTheGrid() {
    let view = TableView(
      Samples.monitor, notes: Samples.notes, options: TableOptions(showsNotes: false))
    let body = TableFormat.table.output(of: view).body
    #expect(body.split(separator: "\n", omittingEmptySubsequences: false).count == 7)
    #expect(body.hasSuffix("900,00\n"))
  }

  @Test func marksHangBehindTheNumber() {
    var table = Samples.table("n", .integer, [.integer(10), .integer(5), .integer(7)])
    table.columns[0].coverage = Coverage(known: [4, 1, 2], all: [4, 3, 3])
    #expect(
      text(table) == """
          n
        ───
        10
         5*
         7*

        * n: 2 cellen deels bekend (samen 3 van 6)

        """)
  }

  @Test func coverageOfAMissingCellIsNoMark() {
    var table = Samples.table("n", .integer, [.missing(.unknown), .integer(5)])
    table.columns[0].coverage = Coverage(known: [0, 2], all: [2, 2])
    #expect(text(table) == "n\n─\n.\n5\n\n. onbekend (missing: unknown)\n")
  }

  @Test func everyReasonHasItsSignAndLegend() {
    let table = Samples.table("a", .text, MissingReason.allCases.map { .missing($0) })
    let lines = text(table).split(separator: "\n")
    #expect(lines.count == 2 + 14 + 14)
    for (index, reason) in MissingReason.allCases.enumerated() {
      let wording = MissingWording(reason, in: .dutch)
      #expect(lines[2 + index] == wording.symbol)
      #expect(
        lines[16 + index] == "\(wording.symbol) \(wording.words) (missing: \(reason.name))")
    }
  }

  @Test func noRows() {
    let table = Samples.table("aantal", .integer, [])
    #expect(text(table) == "aantal\n──────\ngeen rijen\n")
    #expect(text(table, options: TableOptions(language: .english)).hasSuffix("no rows\n"))
  }

  @Test func noColumns() {
    let table = Table(schema: Schema([]), columns: [], count: 3)
    #expect(text(table) == "geen kolommen\n")
  }

  @Test func oneCell() {
    #expect(text(Samples.table("a", .text, [.text("b")])) == "a\n─\nb\n")
  }

  @Test func wideAndCombiningCharactersStayInLine() {
    let texts = ["日本", "👩‍👩‍👧", "e\u{301}", "abcd", "ＡＢ", "한국어"]
    let body = text(Samples.texts(texts.map { [$0, "z"] }, names: ["a", "b"]))
    #expect(
      body == """
        a       b
        ──────  ─
        日本    z
        👩‍👩‍👧      z
        e\u{301}       z
        abcd    z
        ＡＢ    z
        한국어  z

        """)
  }

  @Test func nothingBreaksTheGrid() {
    let rows = Samples.hostile.map { [$0, "║"] }
    let body = text(Samples.texts(rows, names: ["x\ny", "║"]))
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count == rows.count + 2)
    let starts = lines.filter { $0.contains("║") }.map { line in
      DisplayWidth.of(String(line.prefix { $0 != "║" }))
    }
    #expect(starts.count == rows.count + 1)
    #expect(Set(starts).count == 1)
    #expect(!body.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func widthsAreThoseOfTheText() {
    let view = TableView(Samples.monitor)
    let rule = TableFormat.table.output(of: view).body.split(separator: "\n")[1]
    #expect(rule.split(separator: "  ").map(\.count) == view.columnWidths)
  }
}
