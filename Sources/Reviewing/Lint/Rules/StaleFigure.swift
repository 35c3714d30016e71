import Reporting
import Wording

/// A figure that is more than two years older than the edition that prints it.
extension LintRule {
  static let staleFigure = LintRule(name: "stale-figure", severity: .warning) { subject in
    guard let edition = subject.editionYear else { return [] }
    return subject.pages.compactMap { page in
      let facts = page.sections.flatMap(\.facts)
      guard
        let fact = facts.first(where: {
          ["Jaar", "Periode", "Peiljaar", "Year", "Period"].contains($0.name)
        }), let last = Words.years(in: fact.value).max(), edition - last > StaleFigure.years
      else { return nil }
      return (
        page.title, "the figure is of \(fact.value), \(edition - last) years before the edition",
        "\(fact.name): \(fact.value)"
      )
    }
  }
}

private enum StaleFigure {
  /// Years that a figure may be older than the edition.
  static let years = 2
}

/// Numbers in messages.
enum DutchNumber {
  static func text(_ number: Double, decimals: Int) -> String {
    NumberStyle.rijk.atMost(number, decimals: decimals)
  }
}
