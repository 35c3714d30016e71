import Peil
import SourceText
import Testing

/// Entries of the prompt as they can stand in a script.
@Suite struct PromptTests {
  private func standalone(_ text: String, after shown: String?) -> (script: String, shown: String?)?
  {
    let entry = SourceFile(name: "prompt", isNamed: false, text: text)
    return Session().standalone(entry, after: shown)
  }

  @Test(arguments: ["| take 1", "_ | take 1"])
  func aContinuationGetsItsPipeline(_ entry: String) {
    let result = standalone(entry, after: "population | skip 2")
    #expect(result?.script == "population | skip 2 | take 1\n")
    #expect(result?.shown?.hasPrefix("population") == true)
  }

  @Test func definitionsKeepWhatWasShown() {
    let result = standalone("let x = goals | take 1", after: "population")
    #expect(result?.script == "let x = goals | take 1\n")
    #expect(result?.shown == "population")
  }

  @Test func withoutAResultTheEntryStays() {
    #expect(standalone("| take 1", after: nil)?.script == "_ | take 1\n")
  }

  @Test func whatCannotBeReadIsNothing() {
    #expect(standalone("population |", after: nil) == nil)
  }
}
