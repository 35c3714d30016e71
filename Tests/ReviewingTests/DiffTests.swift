import Reviewing
import Testing
import Wording

@testable import Reporting

/// Comparing two editions: value, source, period, text and figures; added and withdrawn.
@Suite struct DiffTests {
  private static func page(
    _ heading: String, _ text: String, source: String = "nlzve.nl", year: String = "2017"
  ) -> EditionContent.Section {
    EditionContent.Section(
      heading: heading, level: 2, paragraphs: [text],
      facts: [.init(name: "Bron", value: source), .init(name: "Jaar", value: year)], results: [])
  }

  private static func edition(
    _ name: String, _ sections: [EditionContent.Section], _ results: [EditionContent.Result] = []
  ) -> EditionContent {
    EditionContent(
      title: "Monitor", edition: name, language: "nl", sections: sections, results: results,
      footnotes: [])
  }

  private static func key(_ value: String, unit: String = "", rows: [[String]])
    -> EditionContent.Result
  {
    EditionContent.Result(
      block: "kern", kind: "figure", label: "Kerncijfer", title: "Kerncijfer", value: value,
      source: "Bron: nlzve.nl", notes: [],
      columns: [
        .init(name: "monitor", heading: "Monitor", unit: "", role: "key"),
        .init(name: "value", heading: "Waarde", unit: unit, role: "measure"),
      ], rows: rows)
  }

  private static let old: EditionContent = {
    var first = page("23. Bewonersinitiatieven", "Er zijn er 536. Het cijfer is nieuw.")
    first.results = [0]
    return edition(
      "editie 2020", [first, page("5. Investeringen", "Tien."), page("9. Oud", "Weg.")],
      [key("536", rows: [["2019", "536"], ["2020", "536"]])])
  }()

  private static let new: EditionContent = {
    var first = page(
      "24. Bewonersinitiatieven", "Er zijn er 1.471. Het cijfer is nieuw.", year: "2020")
    first.results = [0]
    return edition(
      "editie 2021", [first, page("5. Investeringen", "Tien."), page("31. Nieuw", "Erbij.")],
      [
        key(
          "1471",
          rows: [["2019", "536"], ["2020", "missing: not_published"], ["2021", "1471"]])
      ])
  }()

  @Test func pagesAreMatchedByTitleAndNotByNumber() {
    let diff = EditionDiff(Self.old, Self.new)
    #expect(
      diff.pages.map { "\($0.title) \($0.kind)" } == [
        "Bewonersinitiatieven changed", "Investeringen unchanged", "Nieuw added",
        "Oud withdrawn",
      ])
    #expect(
      diff.pages[0].changes == [
        .number(old: "23", new: "24"), .value(name: "kern", old: "536", new: "1471", unit: ""),
        .cell(
          name: "kern", row: "2020", column: "Waarde", old: "536", new: "missing: not_published",
          unit: ""),
        .cell(name: "kern", row: "2021", column: "Waarde", old: nil, new: "1471", unit: ""),
        .fact(name: "Jaar", old: "2017", new: "2020"),
        .text(removed: ["Er zijn er 536."], added: ["Er zijn er 1.471."]),
      ])
  }

  @Test func textNamesAbsoluteAndRelativeChange() {
    let text = EditionDiff(Self.old, Self.new).text(in: .dutch)
    #expect(text.contains("    - 536\n    + 1.471  (+935; +174,4%)\n"))
    #expect(text.contains("9. Oud: vervallen"))
    #expect(text.contains("ongewijzigd: 5. Investeringen"))
    #expect(EditionDiff(Self.old, Self.new).text(in: .english).contains("9. Oud: withdrawn"))
  }

  @Test func percentagesDifferInPoints() {
    func edition(_ value: String) -> EditionContent {
      var section = Self.page("1. Kwaliteit", "Zie de figuur.")
      section.results = [0]
      return Self.edition("e", [section], [Self.key(value, unit: "%", rows: [["nu", value]])])
    }
    let text = EditionDiff(edition("65"), edition("68")).text(in: .dutch)
    #expect(text.contains("(+3 procentpunt)"))
    #expect(!text.contains("+4,6%"))
  }

  /// Rows without a key are told apart by the first column that differs in each; the rest are cells.
  @Test func sourceAndPeriodOfARowAreComparedAsWell() {
    func edition(_ rows: [[String]]) -> EditionContent {
      var section = Self.page("1. Kwaliteit", "Zie de tabel.")
      section.results = [0]
      var result = Self.key("", rows: rows)
      result.columns = ["number", "title", "period"].map {
        .init(name: $0, heading: $0, unit: "", role: "note")
      }
      return Self.edition("e", [section], [result])
    }
    let diff = EditionDiff(
      edition([["missing: unknown", "Regie", "2017"], ["missing: unknown", "Zorg", "2018"]]),
      edition([["2", "Regie", "2019"], ["missing: unknown", "Zorg", "2018"]]))
    #expect(
      diff.pages[0].changes == [
        .cell(
          name: "kern", row: "Regie", column: "number", old: "missing: unknown", new: "2", unit: ""),
        .cell(name: "kern", row: "Regie", column: "period", old: "2017", new: "2019", unit: ""),
      ])
  }

  @Test func sameEditionHasNoDifference() {
    let diff = EditionDiff(Self.old, Self.old)
    #expect(diff.isEmpty)
    #expect(diff.text(in: .dutch).contains("Er is niets veranderd."))
    #expect(diff.html(in: .dutch).contains("<p>Er is niets veranderd.</p>"))
  }

  @Test func pageAndJSONSayTheSame() {
    let diff = EditionDiff(Self.old, Self.new)
    let html = diff.html(in: .dutch)
    #expect(html.contains("<del>Er zijn er 536.</del>"))
    #expect(html.contains("<td>+935; +174,4%</td>"))
    #expect(html.contains("<html lang=\"nl\">"))
    #expect(diff.json.contains("\"kind\": \"withdrawn\""))
    #expect(diff.json.contains("\"new\": \"1471\""))
  }
}
