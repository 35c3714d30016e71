import Peil
import Testing

/// The built-in datasets: each declared in the language, labelled in Dutch, every row with its source.
@Suite struct DatasetTests {
  static let names: [String] = Session().tableNames

  @Test func areSeventeen() {
    #expect(Self.names.count == 17)
    #expect(Self.names == Self.names.sorted())
  }

  @Test(arguments: names)
  func everyColumnHasALabel(_ name: String) throws {
    let columns = try Session().columns(of: name).text(as: "tsv").split(separator: "\n").dropFirst()
    #expect(columns.count > 1)
    for column in columns {
      let cells = column.split(separator: "\t", omittingEmptySubsequences: false)
      #expect(!cells[1].isEmpty, "\(name).\(cells[0]) has no label")
    }
  }

  @Test(arguments: names)
  func everyRowHasASource(_ name: String) throws {
    let results = try Session().run(
      """
      \(name) | summarise rows = count(), sources = count(source)
      \(name) | where length(source) < 3
      """)
    let counts = try results[0].text(as: "csv").split(separator: "\n")[1].split(separator: ",")
    #expect(counts[0] == counts[1] && counts[0] != "0")
    #expect(try results[1].text(as: "csv").split(separator: "\n").count == 1)
  }

  @Test func populationAddsUp() throws {
    let sums = try Session().run("population | sum inhabitants by year")[0].text(as: "csv")
    #expect(
      sums == "year,inhabitants\n2020,17407585\n2021,17475415\n2022,17590672\n2023,17811291\n")
    let municipalities = try Session().run("population | count by year")[0].text(as: "csv")
    #expect(municipalities == "year,count\n2020,355\n2021,352\n2022,345\n2023,342\n")
    #expect(try Session().run("redivisions | count")[0].text(as: "csv") == "count\n69\n")
  }

  @Test func indicatorsAreThereInEveryEdition() throws {
    let text = try Session().run("indicators | count by edition")[0].text(as: "csv")
    #expect(text == "edition,count\n2019,14\n2020,14\n2021,14\n")
  }
}
