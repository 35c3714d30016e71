import Testing
import Wording

@Suite struct LanguageTests {
  @Test func defaults() {
    #expect(Language.dutch.numberStyle == .rijk)
    #expect(Language.english.numberStyle == .english)
    #expect(Language.allCases.map(\.tag) == ["nl", "en"])
  }

  @Test func countsInWordsUpToTwelve() {
    #expect(Language.dutch.count(3) == "drie")
    #expect(Language.dutch.count(12) == "twaalf")
    #expect(Language.dutch.count(1345) == "1.345")
    #expect(Language.english.count(0) == "zero")
    #expect(Language.english.count(13) == "13")
    #expect(Language.dutch.count(-1) == "−1")
  }
}
