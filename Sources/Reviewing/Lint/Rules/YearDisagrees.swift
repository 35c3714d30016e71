import Reporting

/// A year printed beside a figure that none of the tables and sentences of its page knows.
extension LintRule {
  static let yearDisagrees = LintRule(name: "year-disagrees", severity: .error) { subject in
    subject.pages.compactMap { page in
      guard
        let fact = page.sections.flatMap(\.facts).first(where: {
          ["Jaar", "Periode", "Peiljaar", "Year", "Period"].contains($0.name)
        })
      else { return nil }
      let stated = Words.years(in: fact.value)
      guard !stated.isEmpty else { return nil }
      // Only what is said about the figure itself: years of earlier editions stand elsewhere.
      var known: [Int] = []
      for section in page.sections {
        for result in section.results {
          known += Words.years(in: result.title)
          for (index, column) in result.columns.enumerated() where column.role == "time" {
            known += result.rows.flatMap { Words.years(in: $0[index]) }
          }
        }
        for sentence in section.sentences where !Comparisons.isIn(sentence) {
          known += Words.years(in: sentence)
        }
      }
      guard !known.isEmpty, Set(known).isDisjoint(with: stated),
        let first = stated.first, let last = stated.last,
        !known.contains(where: { (first...max(first, last)).contains($0) })
      else { return nil }
      let years = Set(known).sorted().map(String.init).joined(separator: ", ")
      return (
        page.title, "`\(fact.name): \(fact.value)`, while tables and text are about \(years)",
        fact.value
      )
    }
  }
}

/// Sentences that compare with an earlier edition or announce a later one.
enum Comparisons {
  private static let words = [
    "ten opzichte van", "vergeleken", "vorige", "eerdere", "eerste monitor", "tweede monitor",
    "derde monitor", "editie", "compared", "previous", "earlier",
  ]

  static func isIn(_ sentence: String) -> Bool {
    let lowered = sentence.lowercased()
    return words.contains { lowered.contains($0) }
  }
}
