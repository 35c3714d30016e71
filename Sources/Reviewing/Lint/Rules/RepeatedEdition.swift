import Reporting

/// Two facts of a page with one name and different values: `Monitor 2019: 143`, `Monitor 2019: 292`.
extension LintRule {
  static let repeatedEdition = LintRule(name: "repeated-edition", severity: .error) { subject in
    subject.pages.flatMap { page in
      let facts = page.sections.flatMap(\.facts)
      return facts.enumerated().compactMap { index, fact -> LintRule.Finding? in
        guard let first = facts[..<index].first(where: { $0.name == fact.name }),
          first.value != fact.value
        else { return nil }
        return (
          page.title, "`\(fact.name)` is printed twice, with different values",
          "\(first.name): \(first.value) / \(fact.name): \(fact.value)"
        )
      }
    }
  }
}
