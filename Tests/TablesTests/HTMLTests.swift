import Columnar
import Testing

@testable import Tables

@Suite struct HTMLTests {
  private func html(_ view: TableView) -> String { TableFormat.html.output(of: view).body }

  @Test func monitorTable() {
    let view = TableView(
      Samples.monitor, notes: Samples.notes, title: "Cliënten & tarief", id: "fig-1-tabel")
    #expect(
      html(view) == """
        <table id="fig-1-tabel">
        <caption>Cliënten &amp; tarief</caption>
        <thead>
        <tr><th scope="col">Gemeente</th><th scope="col" class="num">year</th>\
        <th scope="col" class="num">Cliënten</th><th scope="col" class="num">Tarief \
        <span class="unit">(per 1.000 inwoners)</span></th>\
        <th scope="col" class="num">clients_growth</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">Utrecht</th><td class="num">2018</td><td class="num">1.234</td>\
        <td class="num">12,50</td>\
        <td class="num missing"><abbr title="geen vorige periode">°</abbr></td></tr>
        <tr><th scope="row">Utrecht</th><td class="num">2019</td><td class="num">12.345</td>\
        <td class="num">7,00</td><td class="num">−3,04</td></tr>
        <tr><th scope="row">&#39;s-Hertogenbosch</th><td class="num">2019</td>\
        <td class="num missing"><abbr title="geheim">x</abbr></td><td class="num">1.001,26</td>\
        <td class="num missing"><abbr title="geheim">x</abbr></td></tr>
        <tr><th scope="row">GM9999</th><td class="num">2019</td>\
        <td class="num">9<abbr title="1 van 2 bekend">*</abbr></td>\
        <td class="num missing"><abbr title="niet vergelijkbaar">≠</abbr></td>\
        <td class="num">900,00</td></tr>
        </tbody>
        </table>
        <p class="note">* Cliënten: 1 cel deels bekend (1 van 2)</p>
        <p class="note">x geheim (missing: suppressed)</p>
        <p class="note">° geen vorige periode (missing: no_prior_period)</p>
        <p class="note">≠ niet vergelijkbaar (missing: not_comparable)</p>
        <p class="note">2 regels delen plaats 3.</p>
        <p class="note">Weesp ging op in Amsterdam<br>(2022).</p>

        """)
  }

  @Test func signsAreEscaped() {
    let body = html(TableView(Samples.table("a", .integer, [.missing(.baseNegative)])))
    #expect(body.contains(">&lt;0</abbr></td>"))
    #expect(body.contains("<p class=\"note\">&lt;0 vorige waarde is negatief"))
  }

  @Test func textsCannotLeaveTheirCell() {
    let hostile = "</td></table><script>alert(\"x\")</script>&"
    let table = Samples.texts([[hostile, hostile]], names: [hostile, "\"><b>"])
    let note = Note(code: "n", dutch: hostile, english: hostile)
    let view = TableView(table, notes: [note], title: hostile, id: "\" onclick=\"x")
    let body = html(view)
    #expect(!body.contains("<script") && !body.contains("<b>"))
    #expect(body.hasPrefix("<table id=\"&quot; onclick=&quot;x\">\n"))
    #expect(body.contains("<td>&lt;/td&gt;&lt;/table&gt;&lt;script&gt;alert(&quot;x&quot;)"))
    #expect(openAtEnd(body) == [])
  }

  @Test func hostileTextsKeepTheElementsBalanced() {
    let table = Samples.texts(Samples.hostile.map { [$0, $0] }, names: ["a", "b"])
    let body = html(TableView(table))
    #expect(openAtEnd(body) == [])
    #expect(body.split(separator: "<tr>").count == Samples.hostile.count + 2)
    #expect(!body.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func aMarkAtTheStartStandsAlone() {
    let body = html(TableView(Samples.texts([["\u{338}a\u{301}"]], names: ["a"])))
    #expect(body.contains("<td>&#x338;a\u{301}</td>"))
  }

  @Test func rowsAreHeadedByNamesOnly() {
    #expect(html(TableView(Samples.table("a", .text, [.text("b")]))).contains("<td>b</td>"))
    let columns = [
      Samples.column(.integer, [.integer(1)]), Samples.column(.text, [.text("b")]),
    ]
    let fields = [Field("a", .integer, role: .measure), Field("b", .text)]
    let table = Table(schema: Schema(fields), columns: columns, count: 1)
    #expect(
      html(TableView(table)).contains("<tr><td class=\"num\">1</td><td>b</td></tr>"))
  }

  @Test func smallest() {
    let body = html(TableView(Samples.texts([], names: ["a", "b"])))
    #expect(body.contains("<tr><td colspan=\"2\">geen rijen</td></tr>"))
    #expect(
      html(TableView(Table(schema: Schema([]), columns: [], count: 1)))
        == "<p class=\"note\">geen kolommen</p>\n")
  }

  /// The elements still open after the last tag; a tag that closes another element is named.
  private func openAtEnd(_ html: String) -> [Substring] {
    var open: [Substring] = []
    for piece in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      guard let end = piece.firstIndex(of: ">") else { return ["unfinished \(piece)"] }
      let name = piece[..<end].prefix { $0 != " " }
      if name == "br" { continue }
      if name.hasPrefix("/") {
        guard open.popLast() == name.dropFirst() else { return ["wrong \(name)"] }
      } else {
        open.append(name)
      }
    }
    return open
  }
}
