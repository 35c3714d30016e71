import Reporting

/// Two rows of a result for one edition or period, where it names rows by that alone.
extension LintRule {
  static let repeatedRow = LintRule(name: "repeated-row", severity: .error) { subject in
    subject.sections.flatMap { section in
      section.results.flatMap { result -> [LintRule.Finding] in
        let names = result.columns.indices.filter { result.columns[$0].role != "measure" }
        let hasAxis = names.contains { ["time", "edition"].contains(result.columns[$0].role) }
        guard hasAxis, names.count < result.columns.count else { return [] }
        var seen: Set<String> = []
        return result.rows.compactMap { row in
          let name = names.map { row[$0] }.joined(separator: " · ")
          guard !seen.insert(name).inserted else { return nil }
          return (section.place, "two rows of \(result.label) are for `\(name)`", result.title)
        }
      }
    }
  }
}
