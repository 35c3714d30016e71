import Testing

@testable import DataSources

@Suite struct FilePatternTests {
  @Test(
    arguments: [
      ("a*.csv", "a.csv", true), ("a*.csv", "abc.csv", true), ("a*.csv", "a.tsv", false),
      ("*", "é", true), ("*", ".verborgen", false), (".*", ".verborgen", true), ("*", "", true),
      ("?.csv", "é.csv", true), ("?.csv", ".csv", false), ("??", "a", false),
      ("[a-c]x", "bx", true), ("[a-c]x", "dx", false), ("[!a-c]x", "dx", true),
      ("[!a-c]x", "ax", false), ("[]]x", "]x", true), ("[x", "[x", true), ("[x*", "[xyz", true),
      ("[a-]*", "-z", true), ("a*b*c", "aXbXbYc", true), ("a*b*c", "aXbX", false),
      ("**a", "bba", true), ("*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaa", false),
    ])
  func aNameFits(_ pattern: String, _ name: String, _ expected: Bool) {
    #expect(FilePattern(pattern)?.matches(name) == expected)
  }

  @Test(arguments: ["a.csv", "", "map*/a.csv", "map[1]/a.csv"])
  func aPathWithoutSignInItsLastPartIsNoPattern(_ path: String) {
    #expect(FilePattern(path) == nil)
  }

  @Test func aFolderThatIsNotThereIsNamed() {
    let fault = #expect(throws: (any Error).self) {
      _ = try FilePattern("nergens/x*.csv")?.files(from: "")
    }
    #expect(String(describing: fault).contains("nergens/"))
  }
}
