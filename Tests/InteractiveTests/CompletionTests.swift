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
    #expect(result?.replacements == ["x = \"Drenthe\""])
    #expect(result?.consumed == 1)
    let two = edit("x = \"d\" | y", at: 6, replacing: 4..<7, "\"Den Haag\"", "\"Den Bosch\"")
    #expect(two?.common == "x = \"Den ")
    #expect(two?.consumed == 1)
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
  private func listing(
    _ candidates: [Candidate], chosen: Int? = nil, columns: Int = 40, rows: Int = 10
  ) -> [String] {
    CompletionListing(columns: columns, rows: rows).lines(candidates, chosen: chosen).map { line in
      line.parts.map { $0.style == .chosen ? "<\($0.text)>" : $0.text }.joined()
    }
  }

  @Test func detailsStandBelowEachOther() {
    let lines = listing([
      Candidate("日本", detail: "2 rows"), Candidate("Fryslân", detail: "18 rows"),
      Candidate("x"),
    ])
    #expect(lines == ["日本     2 rows", "Fryslân  18 rows", "x"])
  }

  @Test func manyFillColumnsDownwards() {
    let texts = ["aaaaaa", "b", "c", "d"].map { Candidate($0) }
    #expect(listing(texts, columns: 20, rows: 3) == ["aaaaaa  c", "b       d"])
  }

  @Test func whatDoesNotFitIsCounted() {
    let candidates = (0..<500).map { Candidate("value \($0)", detail: "x") }
    let lines = listing(candidates, columns: 40, rows: 5)
    #expect(lines.count == 5)
    #expect(lines.last == "… and 488 more: type on")
    #expect(lines.dropLast().allSatisfy { $0.count < 40 })
  }

  @Test func whatIsChosenIsSeen() {
    let candidates = (0..<500).map { Candidate("value \($0)", detail: "x") }
    for chosen in [0, 7, 12, 499] {
      let lines = listing(candidates, chosen: chosen, columns: 40, rows: 5)
      #expect(lines.contains { $0.contains("<value \(chosen)>") })
      #expect(lines.count <= 5)
    }
  }

  @Test func longTextsAreCut() {
    let long = String(repeating: "日", count: 60)
    let lines = listing([Candidate(long, detail: "d")], columns: 30, rows: 5)
    #expect(lines == [String(repeating: "日", count: 9) + "…   d"])
  }

  @Test func nothingGivesNothing() {
    #expect(listing([]).isEmpty)
  }
}

@Suite struct CompletionMenuTests {
  private func menu(_ text: String, at cursor: Int? = nil, _ texts: String...) -> CompletionMenu? {
    let cursor = cursor ?? text.utf8.count
    let start = text.utf8.prefix(cursor).lastIndex(of: 0x20).map {
      text.utf8.distance(from: text.startIndex, to: $0) + 1
    }
    let list = CompletionList(replacing: (start ?? 0)..<cursor, texts.map { Candidate($0) })
    return CompletionMenu(list, text: text, cursor: cursor)
  }

  @Test func onlyOneIsPutInWithASpace() throws {
    let only = try #require(menu("a | wh", "where"))
    #expect(only.text == "a | where ")
    #expect(only.cursor == 10)
    #expect(menu("a | wh x", at: 6, "where")?.text == "a | where x")
    #expect(only.isSpaced)
    #expect(only.withoutSpace.text == "a | where")
    #expect(only.withoutSpace.cursor == 9)
  }

  @Test func theRestOfAWordIsKept() throws {
    let list = CompletionList(replacing: 4..<9, [Candidate("where")])
    let only = try #require(CompletionMenu(list, text: "a | where x", cursor: 6))
    #expect(only.text == "a | where x")
    #expect(only.cursor == 9)
    #expect(!only.isSpaced)
  }

  @Test func aRemarkAloneIsAMenu() throws {
    let list = CompletionList(replacing: 2..<2, [], remark: "no values")
    var only = try #require(CompletionMenu(list, text: "x ", cursor: 2))
    #expect(only.text == "x " && only.choose(1).text == "x ")
    #expect(
      only.listing(columns: 40, rows: 5).map { $0.parts.map(\.text).joined() } == ["no values"])
  }

  @Test func tabGoesRound() throws {
    var several = try #require(menu("a | s", "sum", "sort", "select"))
    #expect(several.text == "a | s")
    #expect(several.stands(in: "a | s", at: 5))
    #expect(!several.stands(in: "a | s", at: 4))
    let chosen = (0..<4).map { _ in several.choose(1).text }
    #expect(chosen == ["a | sum", "a | sort", "a | select", "a | sum"])
    #expect(several.choose(-1).text == "a | select")
  }

  @Test func backwardsStartsAtTheLast() throws {
    var several = try #require(menu("s", "sum", "sort"))
    #expect(several.choose(-1).text == "sort")
    #expect(menu("s") == nil)
  }
}
