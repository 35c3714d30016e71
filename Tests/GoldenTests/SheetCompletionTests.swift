import Peil
import Testing
import WorkbookWriting

/// Names of sheets to choose from while a source is typed.
@Suite struct SheetCompletionTests {
  private func candidates(_ text: String) throws -> [String] {
    try CaseFolder.temporary { folder in
      let draft = WorkbookDraft(
        markup: "sheet Cijfers 2023\na\n1\nsheet Een \"b\"\nhidden Oud\nchart Grafiek")
      #expect(draft.archive.write(to: folder + "/b.xlsx"))
      try CaseFolder.place("k;v\n", named: "a.csv", in: folder)
      var options = SessionOptions()
      options.folder = folder
      return Session(options: options).completions(in: text, at: text.utf8.count).candidates
        .map(\.text)
    }
  }

  @Test func offersTheSheetsOfTheWorkbook() throws {
    let all = ["\"Cijfers 2023\"", "\"Een \\\"b\\\"\"", "\"Oud\""]
    #expect(try candidates("xlsx \"b.xlsx\" sheet \"") == all)
    #expect(try candidates("data d = xlsx \"b.xlsx\" sheet \"") == all)
    #expect(try candidates("xlsx \"b.xlsx\" sheet \"ci") == ["\"Cijfers 2023\""])
  }

  @Test(arguments: ["absent.xlsx", "a.csv", ""])
  func offersNothingWithoutAWorkbook(_ path: String) throws {
    #expect(try candidates("xlsx \"\(path)\" sheet \"") == [])
  }

  @Test func offersTheSourceAndItsClauses() throws {
    #expect(try candidates("xls") == ["xlsx"])
    #expect(try candidates("xlsx \"b.xlsx\" sh") == ["sheet"])
    #expect(try candidates("xlsx \"b") == ["\"b.xlsx\""])
  }
}
