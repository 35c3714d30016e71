import Reporting

/// Two pages with one number.
extension LintRule {
  static let repeatedNumber = LintRule(name: "repeated-number", severity: .error) { subject in
    let pages = EditionPage.all(subject.content).filter { !$0.number.isEmpty }
    return pages.enumerated().compactMap { index, page in
      guard let first = pages[..<index].first(where: { $0.number == page.number }) else {
        return nil
      }
      return (
        page.title, "two pages have the number \(page.number)",
        "\(first.title) / \(page.title)"
      )
    }
  }
}
