import Graphics
import Testing
import Wording

/// The alternative texts, word for word: they are read aloud.
@Suite struct DescriptionTests {
  @Test func everyValueOfASmallFigure() {
    #expect(
      FigureSamples.editions.alternativeText
        == "Staafdiagram met drie edities. Monitor 2019 (peiljaar 2017): 536 initiatieven. "
        + "Monitor 2020 (peiljaar 2017): 536 initiatieven, zelfde cijfer (0,0%). "
        + "Monitor 2021 (nieuw cijfer aangekondigd): nog niet bekend.")
    #expect(
      FigureSamples.english.alternativeText
        == "Bar chart with two provinces. Utrecht: 1,234.5 initiatives. Zeeland: no figure.")
    #expect(
      FigureSamples.grouped.alternativeText
        == "Staafdiagram met drie categorieën en drie reeksen. "
        + "55 tot 65 jaar: Mannen 112,5, Vrouwen 187,3, Totaal 150,0. "
        + "65 tot 75 jaar: Mannen 98,0, Vrouwen 143,1, Totaal 120,4. "
        + "75 jaar of ouder: Mannen 61,0, Vrouwen geheim, Totaal 55,5.")
  }

  @Test func extremesOfALargeFigure() {
    #expect(
      FigureSamples.many.alternativeText
        == "Staafdiagram met 40 gemeenten. Laagste waarde: 37,5 initiatieven (Gemeente 11). "
        + "Hoogste waarde: 1.250 initiatieven (Gemeente 30). "
        + "Zonder cijfer: Gemeente 17 (niet bekend).")
  }

  @Test func largeFiguresWithoutAValueNameADozen() {
    let bars = Bars(categories: (1...15).map { .init("G\($0)", values: [.missing("onbekend")]) })
    let text = bars.description(in: .dutch)
    #expect(text.hasPrefix("Staafdiagram met 15 categorieën. Zonder cijfer: G1 (onbekend), "))
    #expect(text.hasSuffix("G12 (onbekend) en 3 andere."))
  }

  @Test func emptyAndKeyFigures() {
    #expect(FigureSamples.empty.alternativeText == "Staafdiagram: geen gegevens.")
    #expect(
      FigureSamples.keyMissing.alternativeText
        == "Kerncijfer: nog niet bekend. Monitor 2019: 48,2%. "
        + "Een nieuw cijfer is aangekondigd voor de derde monitor.")
    #expect(FigureSamples.key.alternativeText.hasSuffix("Monitor 2019 ongewijzigd."))
  }

  @Test func oneCategoryIsSingular() {
    let bars = Bars(categories: [.init("Nederland", values: [.known(1)])])
    #expect(bars.description(in: .dutch) == "Staafdiagram met één categorie. Nederland: 1.")
  }
}
