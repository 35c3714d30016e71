import Interactive
import Testing

@Suite struct CompletionEditTests {
  private func edit(
    _ text: String, at offset: Int? = nil, replacing range: Range<Int>, _ candidates: String...
  ) -> CompletionEdit? {
    let list = CompletionList(replacing: range, candidates.map { Candidate($0) })
    return CompletionEdit(list, text: text, utf8Offset: offset ?? text.utf8.count)
  }

  @Test func oneCandidateReplacesTheWord() {
    #expect(edit("a | wh", replacing: 4..<6, "where")?.replacements == ["a | where"])
  }

  @Test func severalShareAStart() {
    let result = edit("x = \"d", replacing: 4..<6, "\"Den Haag\"", "\"Den Bosch\"")
    #expect(result?.common == "x = \"Den ")
    #expect(result?.replacements == ["x = \"Den Haag\"", "x = \"Den Bosch\""])
  }

  @Test func theCommonPartIsCutBetweenCharacters() {
    // é and è share their first byte, é and e with an accent their first scalar.
    #expect(edit("", replacing: 0..<0, "éa", "èb")?.common == "")
    #expect(edit("", replacing: 0..<0, "xe\u{301}", "xe")?.common == "x")
  }

  @Test func typedTextStaysWhenCandidatesShareLess() {
    #expect(edit("GR", replacing: 0..<2, "groningen", "Groesbeek")?.common == "GR")
  }

  @Test func aClosingQuoteIsNotDoubled() {
    let result = edit("x = \"dr\" | y", at: 7, replacing: 4..<8, "\"Drenthe\"")
    #expect(result?.replacements == ["x = \"Drenthe"])
  }

  @Test func textAfterTheCursorStaysWhenItDoesNotFit() {
    #expect(edit("wh", at: 1, replacing: 0..<2, "where")?.replacements == ["where"])
  }

  @Test(arguments: [9..<12, 3..<3, -2..<1])
  func rangesOutsideTheTextAreRefused(range: Range<Int>) {
    #expect(edit("ab", replacing: range, "abc") == nil)
  }

  @Test func noCandidatesMakeNoEdit() {
    #expect(edit("ab", replacing: 0..<2) == nil)
  }

  @Test func cursorsOutsideTheTextAreRefused() {
    #expect(edit("ab", at: 7, replacing: 0..<2, "abc") == nil)
    #expect(edit("ab", at: -1, replacing: 0..<2, "abc") == nil)
  }

  @Test func aRangeThatEndsBeyondTheTextIsTakenToTheCursor() {
    #expect(edit("ab", replacing: 0..<90, "abc")?.replacements == ["abc"])
  }
}

@Suite struct CompletionListingTests {
  private func listing(columns: Int = 40, rows: Int = 10) -> CompletionListing {
    CompletionListing(columns: columns, rows: rows) { text in
      text.reduce(0) { $0 + ($1 >= "\u{2E80}" ? 2 : 1) }
    }
  }

  @Test func detailsStandBelowEachOther() {
    let text = listing().text([
      Candidate("日本", detail: "2 rows"), Candidate("Fryslân", detail: "18 rows"),
      Candidate("x"),
    ])
    #expect(text == "日本     2 rows\nFryslân  18 rows\nx\n")
  }

  @Test func manyFillColumnsDownwards() {
    let texts = ["aaaaaa", "b", "c", "d"].map { Candidate($0) }
    #expect(listing(columns: 20, rows: 3).text(texts) == "aaaaaa  c\nb       d\n")
  }

  @Test func whatDoesNotFitIsCounted() {
    let candidates = (0..<500).map { Candidate("value \($0)", detail: "x") }
    let text = listing(columns: 40, rows: 5).text(candidates)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines.last == "… and 488 more: type on to narrow the list")
    #expect(lines.dropLast().allSatisfy { $0.count < 40 })
  }

  @Test func longTextsAreCut() {
    let long = String(repeating: "日", count: 60)
    let text = listing(columns: 30, rows: 5).text([Candidate(long, detail: "d")])
    #expect(text == String(repeating: "日", count: 14) + "…\n")
  }

  @Test func nothingGivesNothing() {
    #expect(listing().text([]) == "")
  }
}
