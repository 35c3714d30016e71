import Testing

/// Nothing is passed over in silence, and nothing names the machine it was made on.
@Suite struct HonestyTests {
  /// Suites that read files beside the project; `make test-all` runs them, or says they are absent.
  private static let readsShared: Set = ["Tests/DataSourcesTests/SpecimenTests.swift"]

  @Test func noTestIsSkipped() throws {
    let words = [".disabled(", ".disabled,", "withKnownIssue", ".enabled(if", "XCTSkip"]
    for file in try SourceTree.files(in: "Tests", "swift")
    where !Self.readsShared.contains(file.path) {
      for (index, code) in CodeText(try file.lines()).lines.enumerated() {
        for word in words {
          #expect(!code.contains(word), "\(file.path):\(index + 1) skips a test")
        }
      }
    }
  }

  /// A folder of someone's machine, written so that this file does not name one itself.
  @Test func noFileNamesAMachine() throws {
    let folders = ["home", "Users", "root", "work"].map { "/" + $0 + "/" }
    for file in try SourceTree.allFiles() {
      for (index, line) in try file.lines().enumerated() {
        for folder in folders where names(line, folder) {
          Issue.record("\(file.path):\(index + 1) names \(folder)")
        }
      }
    }
  }

  /// Whether a path from the root on begins here, rather than the middle of an address.
  private func names(_ line: Substring, _ folder: String) -> Bool {
    line.ranges(of: folder).contains { range in
      guard range.lowerBound > line.startIndex else { return true }
      let before = line[line.index(before: range.lowerBound)]
      return !before.isLetter && !before.isNumber && !"._-~/)}".contains(before)
    }
  }

  @Test func everyTestFolderIsATarget() throws {
    let manifest = try SourceTree.File(path: "Package.swift").text()
    for folder in try SourceTree.folders(in: "Tests") where folder.hasSuffix("Tests") {
      #expect(manifest.contains("\"\(folder)\""), "Tests/\(folder) is not run by anything")
    }
  }
}
