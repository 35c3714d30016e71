import SourceText
import Testing

@Suite("The nearest name")
struct SuggestionTests {
  private let names = ["province", "municipality", "year", "by", "within", "sum", "summarise", "n"]

  @Test(
    "A slip of a letter or two finds the name",
    arguments: [
      ("provnce", "province"), ("Province", "province"), ("provinec", "province"),
      ("provnice", "province"), ("municipalty", "municipality"), ("whitin", "within"),
      ("yaer", "year"), ("years", "year"), ("b", "by"), ("bu", "by"), ("summ", "sum"),
      ("summarize", "summarise"), ("munici", "municipality"), ("sumarise", "summarise"),
    ])
  func near(name: String, expected: String) {
    #expect(Suggestion.nearest(to: name, among: names) == expected)
  }

  @Test(
    "What is not near finds nothing", arguments: ["", "x", "theme", "pr", "zz", "inhabitants", "é"])
  func far(name: String) {
    #expect(Suggestion.nearest(to: name, among: names) == nil)
  }

  @Test("Of equals the first wins, and an exact name before all")
  func ties() {
    #expect(Suggestion.nearest(to: "cat", among: ["bat", "car"]) == "bat")
    #expect(Suggestion.nearest(to: "car", among: ["bat", "car"]) == "car")
    #expect(Suggestion.nearest(to: "sum", among: ["sums", "", "sum"]) == "sum")
    #expect(Suggestion.nearest(to: "a", among: []) == nil)
  }

  @Test("A long name costs no time")
  func long() {
    let long = String(repeating: "x", count: 1_000_000)
    #expect(Suggestion.nearest(to: long, among: names) == nil)
  }
}
