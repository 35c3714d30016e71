import Columnar
import Reporting
import SourceText
import Testing

/// Values and references inside the prose.
@Suite struct InsertionTests {
  private func paragraph(_ insertion: String, _ value: Value, _ field: Field? = nil) throws
    -> String
  {
    let session = FakeSession()
    let known = field ?? Field("x", value.type ?? .number, role: .measure)
    session.values = [("x", InlineValue(value, known))]
    return try Samples.page(insertion + "\n", session)
  }

  @Test(arguments: [
    ("{{ x }}", Value.number(1234.5), "1.234,5"), ("{{x}}", .integer(1234), "1.234"),
    ("{{ x : 0 }}", .number(1536.5), "1.537"), ("{{ x : 2 }}", .integer(3), "3,00"),
    ("{{ x : percent 1 }}", .number(12.25), "12,3%"), ("{{ x : percent }}", .number(7.8), "7,8%"),
    ("{{ x : sign 1 }}", .number(-2.25), "−2,3"),
    ("{{ x : sign percent 1 }}", .number(2.25), "+2,3%"),
    ("{{ x : sign }}", .integer(4), "+4"), ("{{ x : year }}", .integer(2020), "2020"),
    ("{{ x : text }}", .number(1234.5), "1234.5"), ("{{ x }}", .text("a < b"), "a &lt; b"),
    ("{{ x }}", .boolean(true), "ja"), ("{{ x : text }}", .text("*a*"), "*a*"),
    ("{{ x }}", .missing(.notYet), "nog niet bekend"),
    ("{{ x : percent 1 }}", .missing(.suppressed), "geheim"),
    ("{{ x }}", .period(.year(2017)), "2017"), ("{{ x : year }}", .period(.year(2017)), "2017"),
  ])
  func valueIsPrinted(insertion: String, value: Value, text: String) throws {
    #expect(try paragraph(insertion, value) == "<p>\(text)</p>\n")
  }

  @Test func fieldDecidesWithoutAFormat() throws {
    var percentage = Field("x", .number, role: .measure)
    percentage.unit = MeasureUnit("%")
    percentage.decimals = 1
    #expect(try paragraph("{{ x }}", .number(7), percentage) == "<p>7,0%</p>\n")
    #expect(
      try paragraph("{{ x }}", .integer(2020), Field("x", .integer, role: .time)) == "<p>2020</p>\n"
    )
    var region = Field("x", .text, role: .key)
    region.entity = Entity(name: "region", labels: [("GM0344", "Utrecht")])
    #expect(try paragraph("{{ x }}", .text("GM0344"), region) == "<p>Utrecht</p>\n")
  }

  @Test func dateIsDutch() throws {
    let date = try #require(CalendarDate(year: 2021, month: 5, day: 1))
    #expect(try paragraph("{{ x }}", .date(date)) == "<p>1 mei 2021</p>\n")
    #expect(try paragraph("{{ x : text }}", .date(date)) == "<p>2021-05-01</p>\n")
    #expect(try paragraph("{{ x : year }}", .date(date)) == "<p>2021</p>\n")
  }

  /// The expression reaches the session as written, whatever Markdown makes of its marks.
  @Test(arguments: [
    "a * b * c", "a | b", "_", "f(x, n: 2)", "\"a}}b\"", "\"\\\"}}\"", "`naam: 1`", "[a][b]", "<b>",
    "t | where y = 1 | sum z", "$x", "x ?? 0",
  ])
  func expressionIsNotMarkdown(expression: String) throws {
    let session = FakeSession.knowing((expression, .integer(7)))
    #expect(try Samples.page("a {{ \(expression) }} b\n", session) == "<p>a 7 b</p>\n")
    #expect(try Samples.page("a {{ \(expression) : 1 }} b\n", session) == "<p>a 7,0 b</p>\n")
    #expect(
      try Samples.page("| h | k |\n|---|---|\n| {{ \(expression) }} | *b* |\n", session)
        .contains("<th scope=\"row\">7</th><td><em>b</em></td>"))
  }

  @Test(arguments: [
    ("`{{ y }}`", "<code>{{ y }}</code>"), ("`` a ` {{ y }} ``", "<code>a ` {{ y }}</code>"),
    ("\\{{ y }}", "{{ y }}"), ("a <!-- {{ y }} --> b", "a  b"), ("\\`{{ x }}`", "`7`"),
    ("`{{ x }}", "`7"), ("\\\\{{ x }}", "\\7"), ("**{{ x }}**", "<strong>7</strong>"),
    ("{ { x } }", "{ { x } }"), ("{{ x }}{{ x }}", "77"),
    ("[{{ x }}](a{{ x }}.csv)", "<a href=\"a7.csv\">7</a>"),
    ("\u{E000}0\u{E000} {{ x }}", "\u{E000}0\u{E000} 7"),
  ])
  func codeAndEscapesAreLeftAlone(markdown: String, html: String) throws {
    #expect(try Samples.page(markdown + "\n", .knowing(("x", .integer(7)))) == "<p>\(html)</p>\n")
  }

  @Test func valueIsNeverMarkdownOrHTML() throws {
    let hostile = "</p><script> [a](b) *c* `d` {{ x }} | # [^1] \u{202E}"
    let session = FakeSession.knowing(("x", .text(hostile)))
    #expect(
      try Samples.page("{{ x }}\n", session)
        == "<p>&lt;/p&gt;&lt;script&gt; [a](b) *c* `d` {{ x }} | # [^1] \u{FFFD}</p>\n"
    )
    #expect(
      try Samples.markdown("{{ x }}\n", session)
        == "# Proef\n\n\\</p>\\<script> \\[a\\](b) \\*c\\* \\`d\\` {{ x }} \\| # \\[^1\\] \u{FFFD}\n"
    )
  }

  @Test func linkFromAValueIsChecked() {
    let text = "---\ntitle: t\n---\n[a]({{ x }})\n"
    let faults = Samples.faults(text, .knowing(("x", .text("javascript:alert(1)"))))
    #expect(faults.count == 1 && faults[0].contains("code link-scheme"))
    #expect(Samples.faults(text, .knowing(("x", .text("https://nlzve.nl")))).isEmpty)
  }

  @Test func referencesBecomeLinks() throws {
    let body =
      "Zie {{ figure b }}, {{ Table b }} en {{ figure b 2 }}; {{ figure k }}.\n\n"
      + "```peil b\nbars\ntable\nbars\n```\n\n```peil k\nkey\n```\n"
    let html = try Samples.page(body)
    #expect(
      html.hasPrefix(
        "<p>Zie <a href=\"#figuur-b\">figuur 1</a>, <a href=\"#tabel-b\">Tabel 1</a> en "
          + "<a href=\"#figuur-b-2\">figuur 2</a>; <a href=\"#figuur-k\">indicator 24</a>.</p>\n"))
    for id in ["figuur-b", "tabel-b", "figuur-b-2", "figuur-k"] {
      #expect(html.contains(" id=\"\(id)\""))
    }
    #expect(
      try Samples.markdown(body).contains(
        "Zie [figuur 1](figures/fig-b.svg), Tabel 1 en [figuur 2](figures/fig-b-2.svg)"))
  }

  @Test func idsOfAPageAreDistinct() throws {
    let body = ["a", "a-titel", "a-smal", "a-2", "a-tabel", "tabel-a"].map {
      "## \($0)\n\n```peil \($0)\nbars\ntable\nbars\nkey\n```\n\n"
    }.joined()
    let ids = try Samples.page(body).split(separator: " id=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
    #expect(ids.count > 100)
    #expect(Set(ids).count == ids.count)
  }
}
