import Columnar
import Testing
import Wording

@Suite struct MissingWordingTests {
  @Test(arguments: Language.allCases)
  func signsAndWordsAreDistinctAndShort(language: Language) {
    let wordings = MissingReason.allCases.map { MissingWording($0, in: language) }
    #expect(Set(wordings.map(\.symbol)).count == 14)
    #expect(Set(wordings.map(\.words)).count == 14)
    for wording in wordings {
      #expect((1...3).contains(wording.symbol.count), "\(wording)")
      #expect(Double(wording.symbol) == nil, "\(wording)")
      #expect(!wording.words.isEmpty && wording.words == wording.words.lowercased())
    }
  }

  @Test(arguments: [
    (MissingReason.unknown, ".", "onbekend"), (.notApplicable, "nvt", "niet van toepassing"),
    (.suppressed, "x", "geheim"), (.notMeasured, "-", "niet gemeten"),
    (.notYet, "…", "nog niet bekend"), (.notPublished, "--", "niet gepubliceerd"),
    (.noRow, "·", "geen regel"), (.noPriorPeriod, "°", "geen vorige periode"),
    (.baseMissing, "?", "vorige waarde ontbreekt"), (.baseZero, "/0", "vorige waarde is nul"),
    (.baseNegative, "<0", "vorige waarde is negatief"),
    (.notComparable, "≠", "niet vergelijkbaar"), (.divisionByZero, "÷0", "deling door nul"),
    (.outOfDomain, "!", "buiten het domein"),
  ])
  func dutch(reason: MissingReason, symbol: String, words: String) {
    let wording = MissingWording(reason, in: .dutch)
    #expect(wording.symbol == symbol)
    #expect(wording.words == words)
  }

  @Test func englishKeepsTheSignsButOne() {
    let changed = MissingReason.allCases.filter {
      MissingWording($0, in: .dutch).symbol != MissingWording($0, in: .english).symbol
    }
    #expect(changed == [.notApplicable])
    #expect(MissingWording(.notApplicable, in: .english).symbol == "n/a")
    #expect(MissingWording(.notComparable, in: .english).words == "not comparable")
  }
}
