import Peil
import Publishing
import Reviewing
import Testing

@testable import Reporting

/// Looking through an edition: every mistake of the published pages is found in a reconstruction.
@Suite struct LintTests {
  static let folder =
    #filePath.split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 }

  private static func findings(_ folder: String) throws -> [LintFinding] {
    EditionLint(try ReportJob(folder: folder, options: SessionOptions()).made().said).findings
  }

  /// Rule, and words of the excerpt; what they are is told in the text of the reconstruction.
  private static let expected = [
    ("placeholder", "FIGUUR UPDATEN"), ("repeated-edition", "143 / Monitor 2019: 292"),
    ("repeated-row", "Tabel 2"), ("year-disagrees", "2018"),
    ("unlikely-spelling", "zelfraadzaamheid"), ("repeated-sentence", "Deze indicator laat zien"),
    ("lost-number", "rapportcijfer middenmoot"), ("dangling-label", "(figuur 3)"),
    ("repeated-number", "Prestatieafspraken / Wooneenheden"), ("later-event", "Op 22 november"),
    ("other-edition", "Monitor Langer Thuis 2020"), ("varied-sentence", "uitwerking doelstelling"),
    ("parts-and-total", "Tabel 1"), ("parts-and-total", "Tabel 4"),
    ("stale-figure", "Jaar: 2018"), ("stale-figure", "Jaar: 2013"),
  ]

  @Test func everyMistakeOfThePublishedPagesIsFound() throws {
    let findings = try Self.findings(Self.folder + "/reconstruction")
    #expect(findings.map(\.rule) == Self.expected.map(\.0))
    for (finding, (_, words)) in zip(findings, Self.expected) {
      #expect(finding.excerpt.contains(words), "\(finding.rule): \(finding.excerpt)")
    }
    #expect(Set(findings.map(\.rule)) == Set(EditionLint.names))
  }

  @Test func aGoodEditionHasOnlyWhatIsTrueOfIt() throws {
    let findings = try Self.findings(Self.folder + "/../../reports/monitor-2020")
    #expect(findings.map(\.rule) == ["stale-figure"])
    #expect(findings.first?.excerpt == "Jaar: 2017")
  }

  /// Sentences that look like mistakes and are none.
  @Test(arguments: [
    "Het rapportcijfer is 8,4.", "Het rapportcijfer van 2013 was hoger.",
    "Bewoners en bewonersinitiatieven, initiatieven en initiatiefnemers.",
    "Ten opzichte van de Monitor Langer Thuis 2020 is dit cijfer niet aangepast.",
    "In de Monitor Langer Thuis 2021 staat meer.", "De figuur 's avonds.",
    "Elk jaar komen er twintig bij; XXL bestaat ook.",
  ])
  func soundSentencesPass(sentence: String) {
    let section = EditionContent.Section(
      heading: "1. Iets", level: 2, paragraphs: [sentence], facts: [], results: [])
    let content = EditionContent(
      title: "Monitor Langer Thuis 2021", edition: "", language: "nl", sections: [section],
      results: [], footnotes: [])
    #expect(EditionLint(content).findings.isEmpty)
  }
}
