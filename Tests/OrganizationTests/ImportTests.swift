import Testing

/// Modules see only what the architecture lets them see.
@Suite struct ImportTests {
  @Test func arrowsGoOneWay() {
    var above: Set<String> = []
    for row in Arrows.rows {
      for name in row.ours {
        #expect(above.contains(name), "\(row.module) → \(name), which stands below it")
      }
      #expect(above.insert(row.module).inserted, "\(row.module) has two rows")
    }
  }

  @Test(arguments: [
    ("Planning", ["StandardLibrary", "Execution", "DataSources", "Peil", "Tables", "Graphics"]),
    ("StandardLibrary", ["Execution", "DataSources", "Peil"]),
    ("Execution", ["StandardLibrary", "DataSources", "Peil"]),
    ("Tables", ["Planning", "Execution", "Graphics"]),
    ("Graphics", ["Planning", "Execution", "Tables"]),
  ])
  func theTableKeepsModulesApart(module: String, forbidden: [String]) throws {
    let row = try #require(Arrows.row(module))
    #expect(row.ours.filter(forbidden.contains).isEmpty)
  }

  /// But for the header of its kernels, which sees nobody itself.
  @Test func columnarSeesNobody() throws {
    let row = try #require(Arrows.row("Columnar"))
    #expect(row.ours == ["CBytes"] && row.others.isEmpty)
    let header = try #require(Arrows.row("CBytes"))
    #expect(header.ours.isEmpty && header.others.isEmpty)
  }

  @Test(arguments: try SourceTree.folders(in: "Sources"))
  func importsFollowTheArrows(module: String) throws {
    let row = try #require(
      Arrows.row(module), "Sources/\(module) has no row in Tests/OrganizationTests/Arrows.swift")
    let allowed = Set(row.ours + row.others + Arrows.toolchain)
    for file in try SourceTree.files(in: "Sources/\(module)", "swift") {
      for name in try imports(of: file) {
        #expect(allowed.contains(name), "\(file.path) imports \(name)")
      }
    }
  }

  @Test func fullFoundationStaysOut() throws {
    for file in try SourceTree.files(in: "Sources", "swift") {
      #expect(try !imports(of: file).contains("Foundation"), "\(file.path): FoundationEssentials")
    }
  }

  /// What Package.swift lets a module see is not more than its row either.
  @Test func packageFollowsTheArrows() throws {
    let manifest = try SourceTree.File(path: "Package.swift").text()
      .replacing(/, package: "[\w-]+"/, with: "")
    let target =
      /(?:module\(|executableTarget\(\s*name:)\s*"(\w+)"(?:,\s*(?:dependencies:\s*)?\[([^\]]*)\])?/
    var seen = 0
    for match in manifest.matches(of: target) {
      let module = String(match.1)
      let row = try #require(Arrows.row(module), "\(module) has no row")
      for name in (match.2 ?? "").matches(of: /"(\w+)"/).map({ String($0.1) }) {
        #expect(
          row.ours.contains(name) || row.others.contains(name), "\(module) depends on \(name)")
      }
      seen += 1
    }
    #expect(seen >= 10, "the targets of Package.swift were not found")
  }

  /// Names of the modules a file imports.
  private func imports(of file: SourceTree.File) throws -> [String] {
    try CodeText(file.lines()).lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"),
        words[..<place].allSatisfy({ $0.hasPrefix("@") || Self.access.contains(String($0)) }),
        let name = words.dropFirst(place + 1).first(where: { !Self.kinds.contains(String($0)) })
      else { return nil }
      return String(name.prefix { $0 != "." && $0 != ";" })
    }
  }

  private static let access: Set = ["public", "package", "internal", "private", "fileprivate"]
  private static let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let"]
}
