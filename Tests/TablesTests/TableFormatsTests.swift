import Columnar
import Foundation
import Testing

@testable import Tables

@Suite struct TableFormatsTests {
  @Test func namesAndExtensionsAreDistinct() {
    let names = TableFormats.all.map(\.name)
    #expect(names == ["table", "vertical", "md", "csv", "tsv", "json", "ndjson", "html"])
    let extensions = TableFormats.all.flatMap(\.fileExtensions)
    #expect(Set(extensions).count == extensions.count)
    for format in TableFormats.all {
      #expect(TableFormats.named(format.name)?.name == format.name)
      #expect(format.summary.hasSuffix("."))
    }
    #expect(TableFormats.named("CSV") == nil)
    #expect(TableFormats.forExtension("JSONL")?.name == "ndjson")
    #expect(TableFormats.forExtension("xlsx") == nil)
  }

  /// The list holds what the folder holds: one format a file.
  @Test func theListIsTheFolder() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Tables/Formats").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let defined = try files.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).matches(of: /static let (\w+) = TableFormat\(/)
        .map { String($0.output.1) }
    }
    #expect(files.count == TableFormats.all.count)
    #expect(defined.sorted() == TableFormats.all.map(\.name).sorted())
  }

  @Test(arguments: [
    ("csv", "a\n1\n\nb\n\"\"\n"), ("tsv", "a\n1\n\nb\n\n"),
    ("json", "[\n  {\"a\": 1}\n]\n[\n  {\"b\": null, \"_missing\": {\"b\": \"unknown\"}}\n]\n"),
    ("ndjson", "{\"a\": 1}\n{\"b\": null, \"_missing\": {\"b\": \"unknown\"}}\n"),
    ("table", "a\n─\n1\n\nb\n─\n.\n\n. onbekend (missing: unknown)\n"),
    (
      "md",
      "| a |\n| ---: |\n| 1 |\n\n| b |\n| :--- |\n| . |\n\n- . onbekend (missing: unknown)\n"
    ),
  ])
  func severalResults(name: String, expected: String) throws {
    let format = try #require(TableFormats.named(name))
    let tables = [
      Samples.table("a", .integer, [.integer(1)]),
      Samples.table("b", .text, [.missing(.unknown)]),
    ]
    #expect(format.joined(tables.map { format.output(of: TableView($0)) }).body == expected)
  }

  @Test func severalNotesAndNoResults() {
    let view = TableView(Samples.table("a", .integer, []), notes: [Samples.notes[0]])
    let output = TableFormat.csv.output(of: view)
    #expect(
      TableFormat.csv.joined([output, output]).notes
        == "noot: 2 regels delen plaats 3.\nnoot: 2 regels delen plaats 3.\n")
    #expect(TableFormat.json.joined([]) == TableOutput(body: "", notes: ""))
  }

  @Test(arguments: ["csv", "tsv", "json", "ndjson"])
  func notesApartStayAwayWhenNotWanted(name: String) throws {
    let format = try #require(TableFormats.named(name))
    let view = TableView(
      Samples.monitor, notes: Samples.notes, options: TableOptions(showsNotes: false))
    #expect(format.output(of: view).notes == "")
    #expect(!format.output(of: TableView(Samples.monitor)).notes.isEmpty)
  }

  @Test func theSameTableGivesTheSameBytes() {
    for format in TableFormats.all {
      let outputs = (0..<5).map { _ in
        format.output(of: TableView(Samples.monitor, notes: Samples.notes))
      }
      #expect(outputs.allSatisfy { $0 == outputs[0] })
    }
  }
}
