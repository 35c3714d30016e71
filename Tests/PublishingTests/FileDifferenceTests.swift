import FoundationEssentials
import Peil
import Reporting
import SourceText
import Testing

@testable import Publishing

/// The first difference between an edition and the same made again.
@Suite struct FileDifferenceTests {
  private static let body = """
    ```peil a
    csv "a.csv"
    ```

    """

  @Test func oneDigitOfDataIsShown() throws {
    let scratch = try Scratch()
    try scratch.write("r/a.csv", "naam,waarde\nx,1536\ny,5\n")
    try scratch.report(Self.body)
    _ = scratch.run(out: "een/r").run()
    _ = scratch.run(out: "twee/r").run()
    let one = EditionFolder(scratch.path + "/een/r")
    let two = EditionFolder(scratch.path + "/twee/r")
    #expect(FileDifference.first(expected: one, found: two) == nil)
    try scratch.write("r/a.csv", "naam,waarde\nx,1537\ny,5\n")
    _ = scratch.run(out: "twee/r").run()
    let difference = try #require(FileDifference.first(expected: one, found: two))
    #expect(difference.path == "r.md")
    #expect(difference.text.contains("1.536") && difference.text.contains("1.537"))
  }

  @Test func memberOfAWorkbookIsNamed() throws {
    let scratch = try Scratch()
    try scratch.write("r/a.csv", "naam,waarde\nx,1536\n")
    try scratch.report(Self.body, formats: "xlsx")
    _ = scratch.run(out: "een/r").run()
    try scratch.write("r/a.csv", "naam,waarde\nx,1537\n")
    _ = scratch.run(out: "twee/r").run()
    for name in ["een", "twee"] { try scratch.remove("\(name)/r/content.json") }
    let difference = try #require(
      FileDifference.first(
        expected: EditionFolder(scratch.path + "/een/r"),
        found: EditionFolder(scratch.path + "/twee/r")))
    #expect(difference.path == "content.json")
    let book = try (1...2).map { number in
      try Data(
        contentsOf: URL(filePath: scratch.path + (number == 1 ? "/een" : "/twee") + "/r/r.xlsx"))
    }
    let member = BinaryPart.member(Array(book[0]), Array(book[1]), in: "r.xlsx")
    #expect(member?.path == "r.xlsx, member xl/worksheets/sheet2.xml")
    #expect(BinaryPart.object(Array("%PDF-1.7\n12 0 obj\n<<>>\n".utf8), at: 21) == "object 12")
    #expect(BinaryPart.object(Array("PK".utf8), at: 1) == nil)
  }

  @Test func paramsAndFormatsOfTheEditionAreKnown() throws {
    let scratch = try Scratch()
    try scratch.report("```peil a\nparam n: integer = 1\nprint $n\n```\n", formats: "md, csv")
    _ = scratch.run(arguments: ["n": "5"]).run()
    let settings = EditionFolder(scratch.path + "/uit/r").settings
    #expect(settings.params == ["n": "5"] && settings.formats == [.md, .csv])
  }

  @Test func fileThatIsNotThereIsADifference() throws {
    let scratch = try Scratch()
    try scratch.write("r/a.csv", "naam,waarde\nx,1\n")
    try scratch.report(Self.body)
    _ = scratch.run(out: "een/r").run()
    _ = scratch.run(out: "twee/r").run()
    try scratch.remove("een/r/r.html")
    let difference = FileDifference.first(
      expected: EditionFolder(scratch.path + "/een/r"),
      found: EditionFolder(scratch.path + "/twee/r"))
    #expect(difference?.path == "r.html")
    #expect(difference?.text.contains("- is not there") == true)
  }

  @Test func folderWithoutEditionIsAFault() throws {
    let scratch = try Scratch()
    let verification = Verification(
      report: scratch.path, edition: EditionFolder(scratch.path + "/niets"))
    let fault = #expect(throws: Diagnostics.self) {
      try verification.run(program: "/bin/true", arguments: [])
    }
    #expect(fault?.list.first?.code == "no-edition")
  }
}
