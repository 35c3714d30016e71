import FoundationEssentials
import Peil
import Publishing
import Reporting
import SourceText
import Testing

/// The formats that need no other program: what a report says survives in each.
@Suite struct FormatTests {
  private static let body = """
    ```peil tabel
    population | where province = "Flevoland" | sum inhabitants by name, year | yoy inhabitants
    ```

    ```peil figuur
    indicators | where indicator = "bewonersinitiatieven"
      | derive m = "Monitor " ++ text(edition)
      | bars value by m note "Deels beter geteld." title "Initiatieven"
    ```

    Er zijn er veel.[^telling]

    [^telling]: De telling is van NLZVE.

    """

  private static let terms =
    "\ndate: 2020-07-03\nlicense: https://creativecommons.org/licenses/by/4.0/"

  @Test func workbookHasASheetForEachTableWithNumbersAsNumbers() throws {
    let scratch = try Scratch()
    try scratch.report(Self.body, formats: "xlsx")
    #expect(scratch.run().run().faults.isEmpty)
    var options = SessionOptions()
    options.folder = scratch.path + "/uit/r"
    let session = Session(options: options)
    let total = try session.run(
      "xlsx \"r.xlsx\" sheet \"Tabel 1\" skip 2 | where Naam = \"Almere\" and Jaar = 2023"
        + " | sum `Inwoners (inwoners)`")
    #expect(try total.first?.text(as: "csv").contains("222825") == true)
    let about = try session.run("xlsx \"r.xlsx\" sheet \"Toelichting\"")
    #expect(try about.first?.text(as: "csv").contains("1. De telling is van NLZVE.") == true)
    let figure = try session.run("xlsx \"r.xlsx\" sheet \"Figuur 1\" skip 2")
    #expect(try figure.first?.text(as: "csv").contains("Deels beter geteld.") == true)
  }

  @Test func savedWorkbookReadsBack() throws {
    let scratch = try Scratch()
    var options = SessionOptions()
    options.folder = scratch.path
    let session = Session(options: options)
    _ = try session.run(
      "population | where year = 2023 | sum inhabitants by province | save \"p.xlsx\"")
    let first = try Data(contentsOf: URL(filePath: scratch.path + "/p.xlsx"))
    _ = try session.run(
      "population | where year = 2023 | sum inhabitants by province | save \"q.xlsx\"")
    let back = try session.run("xlsx \"p.xlsx\" sheet \"p\" | count")
    #expect(try back.first?.text(as: "csv").contains("12") == true)
    #expect(!first.isEmpty)
  }

  @Test func delimitedTablesAreDescribed() throws {
    let scratch = try Scratch()
    try scratch.report(Self.body, formats: "csv, ro-crate" + Self.terms)
    #expect(scratch.run().run().faults.isEmpty)
    #expect(
      scratch.names("uit/r/tables")
        == ["csv-metadata.json", "fig-figuur-tabel.csv", "tabel-tabel.csv"])
    let metadata = try #require(scratch.text("uit/r/tables/csv-metadata.json"))
    #expect(metadata.contains("\"De telling is van NLZVE.\""))
    #expect(metadata.contains("\"url\": \"tabel-tabel.csv\""))
    #expect(metadata.contains("\"no_prior_period\""))
    #expect(
      scratch.text("uit/r/tables/tabel-tabel.csv")?.contains(",no_prior_period") == true)
    let crate = try #require(scratch.text("uit/r/ro-crate-metadata.json"))
    #expect(crate.contains("\"CreateAction\"") && crate.contains("\"#peil\""))
    #expect(crate.contains("\"datePublished\": \"2020-07-03\""))
    #expect(crate.contains("\"license\": {\n        \"@id\": \"https://creativecommons.org"))
    #expect(metadata.contains("\"titles\": [\n              \"inhabitants_growth\""))
  }

  @Test func crateNeedsDateAndTerms() throws {
    let scratch = try Scratch()
    try scratch.report(Self.body, formats: "ro-crate")
    let fault = scratch.run().run().faults.first
    #expect(fault?.code == "crate-lacks" && fault?.message.contains("`license`") == true)
  }

  @Test func namesOfColumnsAreVariables() throws {
    let scratch = try Scratch()
    try scratch.report("```peil a\nthemes | derive `Aantal · n` = 1\n```\n", formats: "csv")
    #expect(scratch.run().run().faults.isEmpty)
    let metadata = scratch.text("uit/r/tables/csv-metadata.json")
    #expect(metadata?.contains("\"name\": \"Aantal%20%C2%B7%20n\"") == true)
  }

  @Test func figuresAreDrawnAsFilesOfTheirOwn() throws {
    let scratch = try Scratch()
    try scratch.report(Self.body, formats: "svg, png")
    let outcome = scratch.run().run()
    if let fault = outcome.faults.first {
      // Without librsvg the run says so, and publishes nothing.
      #expect(fault.code == "no-librsvg" && outcome.exitCode == 69)
      #expect(scratch.names("uit/r").isEmpty)
    } else {
      #expect(
        scratch.names("uit/r") == [
          "content.json", "figures", "figures/fig-figuur.png", "figures/fig-figuur.svg",
          "manifest.json",
        ])
      let picture = scratch.path + "/uit/r/figures/fig-figuur.png"
      let bytes = try Data(contentsOf: URL(filePath: picture))
      #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
      let manifest = try #require(scratch.text("uit/r/manifest.json"))
      #expect(manifest.contains("\"name\": \"librsvg\"") && manifest.contains("\"svg\""))
      #expect(scratch.run(out: "twee/r").run().files == outcome.files)
    }
    try scratch.report(Self.body, formats: "svg")
    #expect(scratch.run().run().faults.isEmpty)
    #expect(scratch.text("uit/r/manifest.json")?.contains("librsvg") == false)
    #expect(!scratch.names("uit/r").contains("figures/fig-figuur.png"))
  }

  @Test(arguments: ["xlsx", "csv", "ro-crate"])
  func twoRunsGiveTheSameBytes(format: String) throws {
    let scratch = try Scratch()
    try scratch.report(Self.body, formats: format + Self.terms)
    let first = scratch.run(out: "een/r").run()
    let second = scratch.run(out: "twee/r").run()
    #expect(first.files == second.files && !first.files.isEmpty)
  }
}
