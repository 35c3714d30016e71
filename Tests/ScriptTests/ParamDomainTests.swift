import Peil
import SourceText
import Testing

/// Domains of params as the prompt and `--help` show them.
@Suite struct ParamDomainTests {
  private func completions(_ text: String) -> [String] {
    Session().completions(in: text, at: text.utf8.count).candidates.map(\.text)
  }

  @Test func columnsAreOfferedAfterThePoint() {
    #expect(completions("param p: text in population.pro") == ["province"])
    #expect(completions("param p: text in population.").contains("municipality"))
    #expect(completions("param p: text in nergens.").isEmpty)
  }

  @Test func tablesAreOfferedAsDomain() {
    #expect(completions("param p: text in popu") == ["population"])
  }

  @Test func valuesAreOfferedAsDefault() {
    let start = "param p: text in population.province = "
    #expect(completions(start + "\"Ut") == ["\"Utrecht\""])
    #expect(completions(start + "\"").count == 12)
    #expect(completions("param p: text in population.provnce = \"").isEmpty)
  }

  @Test func helpShowsALongDomainShort() throws {
    let file = SourceFile(
      name: "s.peil", isNamed: true,
      text: """
        param province: text in population.province = "Utrecht"
        param year: integer in [2020, 2021]
        """)
    #expect(
      try Session().params(of: file) == """
        usage: peil s.peil [--NAME VALUE …]

        params:
          --province  text, default Utrecht, one of Drenthe, Flevoland, Fryslân, Gelderland, \
        Groningen, … (12 values)
          --year  integer, must be given, one of 2020, 2021

        """)
  }
}
