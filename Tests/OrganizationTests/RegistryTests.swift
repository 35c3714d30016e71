import Testing

/// A list and the folder it lists say the same: a unit that is written is also found.
@Suite struct RegistryTests {
  struct List: Sendable, CustomTestStringConvertible {
    let type: String
    let file: String
    let folder: String
    var testDescription: String { type }
  }

  private static let library = "Sources/StandardLibrary"

  @Test(arguments: [
    List(type: "Verb", file: "\(library)/Verbs/Verbs.swift", folder: "\(library)/Verbs"),
    List(
      type: "Aggregate", file: "\(library)/Aggregates/Aggregates.swift",
      folder: "\(library)/Aggregates"),
    List(
      type: "WindowFunction", file: "\(library)/Windows/Windows.swift",
      folder: "\(library)/Windows"),
    List(
      type: "ScalarFunction", file: "\(library)/Functions/ScalarFunctions.swift",
      folder: "\(library)/Functions"),
    List(
      type: "TableFormat", file: "Sources/Tables/TableFormats.swift",
      folder: "Sources/Tables/Formats"),
    List(
      type: "FigureMark", file: "Sources/Peil/Figures/FigureMarks.swift",
      folder: "Sources/Peil/Figures/Marks"),
  ])
  func listIsItsFolder(list: List) throws {
    let listed = try names(in: SourceTree.File(path: list.file), after: "static let all")
    let written = try SourceTree.files(in: list.folder, "swift").flatMap {
      try units(of: list.type, in: $0)
    }
    #expect(!listed.isEmpty)
    #expect(Set(listed).count == listed.count, "a unit is listed twice")
    #expect(listed.sorted() == written.sorted())
  }

  @Test func embeddedDatasetsAreTheirFolder() throws {
    let code = try SourceTree.File(path: "Sources/MonitorData/datasets.c").text()
    let listed = code.matches(of: /\bDATASET\((\w+)\),/).map { String($0.1) }
    let embedded = code.matches(of: /#embed "datasets\/([\w.]+)"/).map { String($0.1) }
    let files = try SourceTree.files(in: "Sources/MonitorData/datasets")
      .compactMap { $0.path.split(separator: "/").last.map(String.init) }
    #expect(!listed.isEmpty)
    #expect(listed == listed.sorted(), "lookups rely on the order of names")
    #expect(files == listed.flatMap { ["\($0).csv", "\($0).peil"] }.sorted())
    #expect(files == embedded.sorted())
  }

  @Test func subcommandsAreTheirFolder() throws {
    let main = try SourceTree.File(path: "Sources/PeilTool/PeilMain.swift").text()
    let list = try #require(main.firstMatch(of: /subcommands: \[([^\]]*)\]/))
    let listed = list.1.matches(of: /(\w+)\.self/).map { String($0.1) }
    let written = try SourceTree.files(in: "Sources/PeilTool/Subcommands", "swift").flatMap {
      try $0.text().matches(of: /struct (\w+): \w*ParsableCommand/).map { String($0.1) }
    }
    #expect(!listed.isEmpty)
    #expect(listed.sorted() == written.sorted())
  }

  /// Names such as `.sum` in the list that begins in a line with a text.
  private func names(in file: SourceTree.File, after start: String) throws -> [String] {
    let text = try file.text()
    let from = try #require(text.firstRange(of: start), "\(file.path) has no \(start)")
    let list = try #require(text[from.upperBound...].firstMatch(of: /= \[([^\]]*)\]/))
    return list.1.matches(of: /\.(\w+)/).map { String($0.1) }
  }

  /// Names of the values a file adds to a type: `static let` in an extension of it, not private.
  private func units(of type: String, in file: SourceTree.File) throws -> [String] {
    var names: [String] = []
    var isInside = false
    for line in try file.lines() {
      if line.hasPrefix("}") { isInside = false }
      if line == "extension \(type) {" { isInside = true }
      guard isInside else { continue }
      if let match = line.prefixMatch(of: /\s\s(?:package |public )?static let `?(\w+)/) {
        names.append(String(match.1))
      }
    }
    return names
  }
}
