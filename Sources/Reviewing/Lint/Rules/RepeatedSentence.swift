import Reporting

/// A long sentence that two sections of one page have: one of them lost its own text.
extension LintRule {
  static let repeatedSentence = LintRule(name: "repeated-sentence", severity: .error) { subject in
    subject.pages.flatMap { page in
      var first: [String: String] = [:]
      var found: [LintRule.Finding] = []
      for section in page.sections {
        for sentence in section.sentences where Words.of(sentence).count >= 8 {
          if let earlier = first[sentence], earlier != section.heading {
            found.append(
              (section.place, "the same sentence as under `\(earlier)`", sentence))
          } else {
            first[sentence] = section.heading
          }
        }
      }
      return found
    }
  }
}
