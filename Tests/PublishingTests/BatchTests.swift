import Peil
import Publishing
import Reporting
import SourceText
import Testing

/// Reports made once for each value, and reports put together of several files.
@Suite struct BatchTests {
  private static let report = """
    ---
    title: "Provincie {{ $province }}"
    for each: province in (population | where year = 2023 and province in ["Fryslân", "Zeeland"])
    formats: md
    ---

    ```peil a
    param province: text in population.province
    population | where year = 2023 and province = $province | sum inhabitants by province
    ```

    """

  @Test func eachValueHasADocumentOfItsOwn() throws {
    let scratch = try Scratch()
    try scratch.write("r/report.md", Self.report)
    let outcome = scratch.run().run()
    #expect(outcome.faults.isEmpty, "\(PeilError(Diagnostics(outcome.faults)))")
    #expect(
      scratch.names("uit/r") == [
        "content.json", "fryslan", "fryslan/content.json", "fryslan/manifest.json", "fryslan/r.md",
        "manifest.json", "zeeland", "zeeland/content.json", "zeeland/manifest.json",
        "zeeland/r.md",
      ])
    #expect(scratch.text("uit/r/fryslan/r.md")?.contains("# Provincie Fryslân") == true)
    #expect(scratch.text("uit/r/zeeland/r.md")?.contains("Fryslân") == false)
    #expect(scratch.run().run().changes.isEmpty)
    let one = scratch.run(out: "een", arguments: ["province": "Zeeland"]).run()
    #expect(one.files.map(\.path) == ["r.md", "content.json", "manifest.json"])
  }

  @Test(arguments: [
    ("for each: province", "for-each"), ("for each: province in population", "for-each"),
    ("for each: land in (population | take 3)", "batch-column"),
    ("for each: province in (population | where year = 1900)", "empty-batch"),
    ("for each: province in (population | wher year = 2023)", "unknown-verb"),
  ])
  func batchesThatCannotBeMadeAreFaults(line: String, code: String) throws {
    let scratch = try Scratch()
    let lines = Self.report.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasPrefix("for each") ? line : String($0)
    }
    try scratch.write("r/report.md", lines.joined(separator: "\n"))
    #expect(scratch.run().run().faults.first?.code == code)
    #expect(scratch.names("uit/r").isEmpty)
  }

  @Test func includedFileIsPartOfTheReportAndOfItsInputs() throws {
    let scratch = try Scratch()
    try scratch.report("{{ include \"delen/een.md\" }}\n\n## Slot\n")
    try scratch.write("r/delen/een.md", "## Begin\n\n{{ include \"../twee.md\" }}\n")
    try scratch.write(
      "r/twee.md", "```peil a\nprint 7\n```\n\n```\n{{ include \"niet.md\" }}\n```\n")
    #expect(scratch.run().run().faults.isEmpty)
    let text = try #require(scratch.text("uit/r/r.md"))
    #expect(text.contains("## Begin\n\n7\n"))
    #expect(text.contains("{{ include \"niet.md\" }}") && text.contains("## Slot"))
    let manifest = scratch.text("uit/r/manifest.json")
    #expect(manifest?.contains("\"path\": \"delen/een.md\"") == true)
    #expect(manifest?.contains("\"path\": \"twee.md\"") == true)
    try scratch.write("r/twee.md", "```peil a\nprint 8\n```\n")
    #expect(scratch.run().run().changes.map(\.path).contains("r.md"))
  }

  @Test func faultOfAnIncludedFilePointsThere() throws {
    let scratch = try Scratch()
    try scratch.report("Tekst.\n\n{{ include \"deel.md\" }}\n")
    try scratch.write("r/deel.md", "Een regel.\n\nEn {{ onbekend }}.\n")
    let fault = try #require(scratch.run().run().faults.first)
    #expect(fault.file?.name.hasSuffix("/deel.md") == true)
    #expect(DiagnosticRenderer().text(of: fault).contains("deel.md:3:7"))
  }

  @Test(arguments: [
    ("{{ include \"weg.md\" }}", "unreadable-include"),
    ("{{ include \"report.md\" }}", "cyclic-include"),
    ("{{ include \"kring.md\" }}", "cyclic-include"),
  ])
  func filesThatCannotBeIncludedAreFaults(line: String, code: String) throws {
    let scratch = try Scratch()
    try scratch.report(line + "\n")
    try scratch.write("r/kring.md", "{{ include \"kring.md\" }}\n")
    #expect(scratch.run().run().faults.first?.code == code)
  }
}
