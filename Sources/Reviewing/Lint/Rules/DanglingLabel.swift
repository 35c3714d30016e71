import Reporting

/// A mention of a figure or table that is not there: "(figuur 3)" where only Figuur 1 is.
extension LintRule {
  static let danglingLabel = LintRule(name: "dangling-label", severity: .error) { subject in
    var labels = Set(subject.content.results.map { $0.label.lowercased() })
    // A caption the author wrote himself counts as well.
    for (_, text) in subject.sentences {
      let words = Words.of(text)
      if words.count >= 2, ["Figuur", "Tabel", "Figure", "Table"].contains(words[0]),
        text.hasPrefix("\(words[0]) \(words[1]):") || text.hasPrefix("\(words[0]) \(words[1]).")
      {
        labels.insert("\(words[0]) \(words[1])".lowercased())
      }
    }
    return subject.sentences.flatMap { section, text in
      let words = Words.of(text.lowercased())
      return zip(words, words.dropFirst()).compactMap { kind, number -> LintRule.Finding? in
        guard ["figuur", "tabel", "figure", "table"].contains(kind),
          number.first?.isNumber == true, !labels.contains("\(kind) \(number)")
        else { return nil }
        return (section.place, "there is no \(kind) \(number)", text)
      }
    }
  }
}
