import Testing

@testable import Graphics

@Suite struct TextTests {
  @Test func widthsAreThoseOfTheFont() {
    let digit = 1169.0 / 2048
    #expect(TextMeasure.width("536", size: 17, weight: .bold) == 3 * digit * 17)
    #expect(TextMeasure.width("", size: 17, weight: .bold) == 0)
    for weight in FontWeight.allCases {
      #expect(AdvanceWidths.table(weight).count == AdvanceWidths.ranges.reduce(0) { $0 + $1.count })
      // Digits are of one width, so that columns of numbers stand straight.
      let zero = TextMeasure.width("0", size: 2048, weight: weight)
      for figure in "0123456789" {
        #expect(TextMeasure.width(String(figure), size: 2048, weight: weight) == zero)
      }
      for letter in "éëïöüÉijŷ·–−‘’“”×²€\u{2009}\u{A0}…%" {
        let width = TextMeasure.width(String(letter), size: 1, weight: weight)
        #expect(width > 0 && width < 1.1, "\(letter)")
      }
    }
  }

  @Test func unknownCharactersAreWideAndMarksHaveNoWidth() {
    #expect(TextMeasure.width("漢", size: 10, weight: .regular) > 10)
    let plain = TextMeasure.width("e", size: 10, weight: .regular)
    #expect(TextMeasure.width("e\u{301}", size: 10, weight: .regular) == plain)
  }

  @Test func titleOfTheStandardBreaksAsDesigned() {
    let lines = LineBreaking.lines(
      "Bewonersinitiatieven in het domein Zorg en Welzijn", width: 320, .title)
    #expect(lines == ["Bewonersinitiatieven in het", "domein Zorg en Welzijn"])
  }

  @Test func linesLoseNothing() {
    let text = "Zorg-en-ondersteuning/begeleiding in de wijk " + String(repeating: "x", count: 90)
    for width in [1.0, 20, 60, 100, 300] {
      let lines = LineBreaking.lines(text, width: width, .detail)
      // Hyphens may be added, as every word goes on.
      let added = lines.joined().count(where: { $0 == "-" }) - text.count(where: { $0 == "-" })
      #expect(added >= 0 && added < lines.count)
      #expect(lines.joined().filter { !" -".contains($0) } == text.filter { !" -".contains($0) })
      #expect(lines.allSatisfy { !$0.isEmpty })
      if width > 10 {
        #expect(lines.allSatisfy { TextMeasure.width($0, .detail) <= width })
      }
    }
    #expect(LineBreaking.lines("", width: 10, .detail).isEmpty)
    #expect(LineBreaking.lines("   ", width: 10, .detail).isEmpty)
  }

  @Test func numbersStayTogether() {
    let lines = LineBreaking.lines("ongeveer 1\u{2009}234", width: 55, .detail)
    #expect(lines == ["ongeveer", "1\u{2009}234"])
  }

  @Test func longWordsBreakAfterAHyphen() {
    let lines = LineBreaking.lines("zorgkantoor-gemeente", width: 80, .detail)
    #expect(lines == ["zorgkantoor-", "gemeente"])
    #expect(LineBreaking.unbroken("zorgkantoor-gemeente", width: 80, limit: 2, .detail) == nil)
    #expect(LineBreaking.unbroken("zorg en wonen", width: 50, limit: 1, .detail) == nil)
  }

  @Test func longWordsWithoutAHyphenGetOne() {
    let lines = LineBreaking.lines("ouderenhuisvesting in 2018/2019", width: 80, .detail)
    #expect(lines == ["ouderenhuis-", "vesting in", "2018/2019"])
    // Digits and codes are taken as they are.
    let digits = LineBreaking.lines(String(repeating: "12", count: 20), width: 80, .detail)
    #expect(digits.joined() == String(repeating: "12", count: 20))
  }

  @Test func textsAreCleaned() {
    #expect(DisplayText.clean(" a\n\n\tb\u{0}c \u{85}") == "a b c")
    #expect(DisplayText.clean("1\u{2009}234\u{A0}m") == "1\u{2009}234\u{A0}m")
  }

  @Test func xmlIsEscaped() {
    #expect(XMLText.escape("<&\">'\u{1}\u{FFFE}") == "&lt;&amp;&quot;&gt;'\u{FFFD}\u{FFFD}")
  }
}
