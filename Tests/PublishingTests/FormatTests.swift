import FoundationEssentials
import Peil
import Publishing
import Reporting
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
    try scratch.report(Self.body, formats: "csv, ro-crate")
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
  }

  @Test(arguments: ["xlsx", "csv", "ro-crate"])
  func twoRunsGiveTheSameBytes(format: String) throws {
    let scratch = try Scratch()
    try scratch.report(Self.body, formats: format)
    let first = scratch.run(out: "een/r").run()
    let second = scratch.run(out: "twee/r").run()
    #expect(first.files == second.files && !first.files.isEmpty)
  }
}
