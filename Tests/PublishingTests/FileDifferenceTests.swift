import Peil
import Publishing
import Reporting
import SourceText
import Testing

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
