import Testing

/// What others see says what it is.
///
/// Properties and cases whose name says it need no comment, and what a protocol says of a
/// requirement holds for everyone who meets it.
@Suite struct DocumentationTests {
  private static let requirements: Set<String> = {
    let files = (try? SourceTree.files(in: "Sources", "swift")) ?? []
    return Set(files.flatMap { file in ((try? Self.requirements(of: file)) ?? []).map(\.name) })
  }()

  @Test(arguments: try SourceTree.files(in: "Sources", "swift"))
  func declarationsAreDocumented(file: SourceTree.File) throws {
    let lines = try file.lines()
    for (index, line) in lines.enumerated() {
      // The words are looked for first: matching every line takes seconds.
      guard line.contains("package ") || line.contains("public "),
        let match = line.prefixMatch(of: Self.declaration)
      else { continue }
      let isRequirement = match.1 == "func" && Self.requirements.contains(String(match.2 ?? ""))
      #expect(
        isRequirement || isDocumented(index, in: lines),
        "\(file.path):\(index + 1) has no doc comment")
    }
  }

  @Test(arguments: try SourceTree.files(in: "Sources", "swift"))
  func requirementsAreDocumented(file: SourceTree.File) throws {
    let lines = try file.lines()
    for requirement in try Self.requirements(of: file) {
      #expect(
        isDocumented(requirement.line, in: lines),
        "\(file.path):\(requirement.line + 1) has no doc comment")
    }
  }

  /// A type or function that more than its own module sees: the keyword, and the name after it.
  private static var declaration: Regex<(Substring, Substring, Substring?)> {
    /\s*(?:@\S+ )*(?:package|public) (?:\w+ )*?(func|init|struct|enum|class|actor|protocol|typealias|subscript)\b(?: (\w+))?/
  }

  /// Names and places of the functions a file's protocols ask for.
  private static func requirements(of file: SourceTree.File) throws -> [(name: String, line: Int)] {
    var found: [(name: String, line: Int)] = []
    var isProtocol = false
    for (index, line) in try file.lines().enumerated() {
      if line.hasPrefix("}") { isProtocol = false }
      if line.prefixMatch(of: /(?:\w+ )?protocol\s/) != nil { isProtocol = true }
      guard isProtocol else { continue }
      if let match = line.prefixMatch(of: /\s+(?:mutating |static )*func (\w+)/) {
        found.append((String(match.1), index))
      }
    }
    return found
  }

  /// Whether the first line above that is no attribute is a doc comment.
  private func isDocumented(_ index: Int, in lines: [Substring]) -> Bool {
    let above = lines[..<index].last { !$0.drop { $0 == " " }.hasPrefix("@") } ?? ""
    return above.drop { $0 == " " }.hasPrefix("///")
  }
}
