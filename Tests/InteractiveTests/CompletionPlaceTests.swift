import Interactive
import Peil
import Testing

/// What Tab offers where the cursor (`‸`) stands, with the language and its data behind it.
@Suite struct CompletionPlaceTests {
  private let session = EngineSession(Session())

  private func completed(_ marked: String) throws -> CompletionList {
    let cursor = try #require(marked.firstIndex(of: "‸"))
    let offset = marked.utf8.distance(from: marked.startIndex, to: cursor)
    return session.completions(in: marked.replacing("‸", with: ""), at: offset)
  }

  @Test(
    arguments: [
      ("popul‸", "population: dataset"),
      ("population | whe‸", "where: "),
      ("population | where inhab‸", "inhabitants: integer, inwoners, Inwoners"),
      ("population | derive twice = 2 * inhabitants | where twi‸", "twice: integer, inwoners"),
      ("population | sum inhabitants by province, year | where mun‸ | take 1", nil),
      ("population | derive x = rou‸", "round(: round("),
      ("population | sum inhabitants b‸", "by: clause: "),
      ("population | where province = \"Zee‸", "\"Zeeland\": 52 rows"),
      ("population | where province in [\"Utrecht\", \"Zee‸", "\"Zeeland\": 52 rows"),
      ("population | where province = \"Zee‸\"", "\"Zeeland\": 52 rows"),
      ("population | where year = 2023 | where municipality = \"Ur‸", "\"Urk\": 1 row"),
      ("population | join muni‸", "municipalities: dataset"),
    ] as [(String, String?)])
  func first(marked: String, expected: String?) throws {
    let first = try completed(marked).candidates.first.map { "\($0.text): \($0.detail)" }
    guard let expected else {
      #expect(first == nil)
      return
    }
    #expect(first?.hasPrefix(expected) == true, "\(first ?? "nothing")")
  }

  /// What must be among the candidates, and what must not.
  @Test(
    arguments: [
      ("‸", "population def csv", "where | round("),
      ("let x = ‸", "population csv", "def where"),
      ("population | join (‸", "population csv", "def where"),
      ("population ‸", "|", "where round( year"),
      ("population | take 3 ‸", "|", "where by"),
      ("population | where ‸", "inhabitants round( rank(", "sum( median( by population"),
      ("population | summarise x = ‸", "inhabitants sum( round(", "by where"),
      ("population | derive x = sum(inhabitants) ‸", "by replace and |", "inhabitants sum("),
      ("population | where province = \"Utrecht\" ‸", "and or in is |", "year by round("),
      ("population | where inhabitants is ‸", "missing not suppressed no_prior_period", "year by"),
      ("population | where inhabitants is not ‸", "missing suppressed", "not year"),
      ("population | sum inhabitants by ‸", "municipality year", "by with round( sum("),
      ("population | sum inhabitants by year ‸", "with weight |", "by year"),
      ("population | sum inhabitants by year with ‸", "totals", "by year"),
      ("population | select name, ‸", "year inhabitants", "round( | by"),
      ("population | join municipalities on municipality kind ‸", "left inner anti", "on year"),
      ("population | bars inhabitants by year position ‸", "stacked share grouped", "by year"),
      ("population | yoy filled ‸", "true", "vs year"),
      ("population | mean inhabitants | where ‸", "inhabitants round(", "municipality year"),
      ("population | summarise m = mean(inhabitants, ‸", "weight: year", "by |"),
      ("data d = csv \"x.csv\" measure v: ‸", "count rate", "v text"),
      ("data d = csv \"x.csv\" types v: ‸", "text integer", "v count"),
      ("data d = csv \"x.csv\" missing \"x\" = ‸", "suppressed unknown", "no_row"),
      ("param p: ‸", "text integer period", "population"),
      ("param p: text in ‸", "population", "csv let where"),
      ("print ‸", "round(", "population year where"),
      ("def twice(part) = ‸", "part round(", "population year sum("),
    ] as [(String, String, String)])
  func candidates(marked: String, present: String, absent: String) throws {
    let texts = try completed(marked).candidates.map(\.text)
    for text in present.split(separator: " ") {
      #expect(texts.contains(String(text)), "\(text) is not in \(texts)")
    }
    for text in absent.split(separator: " ") {
      #expect(!texts.contains(String(text)), "\(text) is in \(texts)")
    }
    #expect(Set(texts).count == texts.count, "something is offered twice: \(texts)")
  }

  @Test func columnsOfTheSoughtRoleComeFirst() throws {
    func first(_ marked: String) throws -> String? { try completed(marked).candidates.first?.text }
    #expect(try first("population | yoy ‸") == "inhabitants")
    #expect(try first("population | yoy inhabitants over ‸") == "year")
    #expect(try first("population | sum inhabitants by ‸") == "municipality")
  }

  @Test func theOtherTableOfAJoinHasTheRightColumn() throws {
    let join = "population | join (population | rename elsewhere = year) on year = els‸"
    #expect(try completed(join).candidates.map(\.text) == ["elsewhere"])
  }

  @Test func whatTheSessionDefinedIsKnown() throws {
    let context = RunContext(cancellation: CancellationFlag(), screen: nil)
    let text =
      "let threshold = 10\ndef share_of(part, whole) = part / whole * 100\n"
      + "let recent = population | where year = 2023\nrecent | take 1"
    #expect(session.run(text, in: context).outcome == .succeeded)
    #expect(try completed("recent | where year > $th‸").candidates.map(\.text) == ["threshold"])
    let function = try completed("recent | derive x = sha‸").candidates
    #expect(function == [Candidate("share_of(", detail: "share_of(part, whole)", continues: true)])
    #expect(try completed("rec‸").candidates == [Candidate("recent", detail: "let")])
    #expect(try completed("_ | where inh‸").candidates.map(\.text) == ["inhabitants"])
    #expect(try completed("| where inh‸").candidates.map(\.text) == ["inhabitants"])
  }

  @Test func whatStandsAboveInTheEntryIsKnown() throws {
    let entry = "let few = population | select name, year | rename label = name\nfew | where lab‸"
    #expect(try completed(entry).candidates.map(\.text) == ["label"])
  }

  @Test func theSignatureAroundTheCursorIsTold() throws {
    #expect(try completed("population | derive x = round(‸").remark == "round(x, [decimals])")
    #expect(try completed("population | derive x = round(abs(‸").remark == "abs(x)")
    #expect(
      try completed("population | derive x = round(inhabitants, ‸").remark == "round(x, [decimals])"
    )
    #expect(try completed("population | where ‸").remark == nil)
  }

  @Test func whyThereAreNoValuesIsTold() throws {
    let list = try completed("population | where year = \"‸")
    #expect(list.candidates.isEmpty)
    #expect(list.remark == "`year` is integer: its values are written without quotes")
  }

  @Test func theRestOfAWordIsReplacedToo() throws {
    let list = try completed("population | where inh‸abitants > 3")
    #expect(list.replacing == 19..<30)
    let edit = try #require(
      CompletionEdit(list, text: "population | where inhabitants > 3", utf8Offset: 22))
    #expect(edit.replacements == ["population | where inhabitants"])
    #expect(edit.consumed == 8)
  }

  @Test func theClosingQuoteIsReplacedToo() throws {
    let list = try completed("population | where province = \"Zee‸\" | take 1")
    #expect(list.replacing == 30..<35)
  }
}
