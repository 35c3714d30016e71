import Testing

/// The table of rules, beside the cases that fail when a rule is broken.
@Suite struct RuleTests {
  /// One line of the table.
  struct Rule: CustomTestStringConvertible {
    let name: String
    let file: String
    /// What stands in the case: a part of its query, or of what it must give.
    let text: String

    var testDescription: String { "\(name) – \(file)" }
  }

  static let rules: [Rule] = {
    let path = CaseFolder.path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    guard let table = try? CaseFolder.text(at: path + "/Rules.md") else { return [] }
    return table.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { cell in
        String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      guard cells.count == 3, cells[0] != "rule", cells[0] != "---" else { return nil }
      return Rule(name: cells[0], file: cells[1], text: cells[2])
    }
  }()

  @Test func thereAreRules() {
    #expect(Self.rules.count >= 260)
  }

  /// A rule whose case was renamed, moved or dropped is held by nothing.
  @Test(arguments: rules)
  func aRuleHasItsCase(rule: Rule) throws {
    #expect(CaseFolder.files.contains(rule.file))
    #expect(try CaseFolder.text(at: CaseFolder.path + "/" + rule.file).contains(rule.text))
  }
}
