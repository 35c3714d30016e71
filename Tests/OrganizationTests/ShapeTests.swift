import Testing

/// Files are short, named well, and free of what stops a program.
@Suite struct ShapeTests {
  /// Files that may be longer than ``lineLimit``, never longer than ``hardLimit``.
  private static let longFiles: Set<String> = []
  private static let lineLimit = 300
  private static let hardLimit = 400

  @Test(arguments: try SourceTree.files(in: "Sources", "swift"))
  func fileIsShort(file: SourceTree.File) throws {
    let count = try file.lines().count - 1
    let limit = Self.longFiles.contains(file.path) ? Self.hardLimit : Self.lineLimit
    #expect(count <= limit, "\(file.path) has \(count) lines")
  }

  @Test func longFilesAreStillLong() throws {
    for path in Self.longFiles {
      let count = try SourceTree.File(path: path).lines().count - 1
      #expect(count > Self.lineLimit, "\(path) needs no exception any more")
    }
  }

  @Test(arguments: try SourceTree.files(in: "Sources", "swift"))
  func nothingStopsTheProgram(file: SourceTree.File) throws {
    for (index, code) in CodeText(try file.lines()).lines.enumerated() {
      for word in ["try!", "as!", "fatalError(", "preconditionFailure(", "unowned(unsafe)"] {
        #expect(!code.contains(word), "\(file.path):\(index + 1) has \(word)")
      }
      #expect(!printsItself(code), "\(file.path):\(index + 1) prints")
    }
  }

  @Test(arguments: try SourceTree.files(in: "Sources", "swift"))
  func nothingIsLeftForLater(file: SourceTree.File) throws {
    for (index, line) in try file.lines().enumerated() {
      #expect(
        line.firstMatch(of: /\b(TODO|FIXME|XXX|HACK)\b/) == nil,
        "\(file.path):\(index + 1): do it now or open an issue")
    }
  }

  @Test(arguments: try SourceTree.files(in: "Sources", "swift"))
  func nameIsOfTheField(file: SourceTree.File) {
    for word in ["Manager", "Helper", "Util", "Impl", "Misc", "Common"] {
      #expect(!file.stem.contains(word), "\(file.path): name what it is")
    }
    #expect(!file.path.contains(" "), "\(file.path) has a space")
  }

  /// Whether a line calls the function `print`, not a case or function of that name.
  private func printsItself(_ code: String) -> Bool {
    code.firstMatch(of: /(^|[^\w.])(debugPrint|print|dump)\(/) != nil
      && code.firstMatch(of: /\b(case|func) print\(/) == nil
  }
}
