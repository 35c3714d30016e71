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

  @Test func theClosingQuoteIsReplacedToo() throws {
    let list = try completed("population | where province = \"Zee‸\" | take 1")
    #expect(list.replacing == 30..<35)
  }
}
