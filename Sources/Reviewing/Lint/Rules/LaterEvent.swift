import Reporting

/// Something told as past that is later than the date of the text itself.
extension LintRule {
  static let laterEvent = LintRule(name: "later-event", severity: .error) { subject in
    subject.pages.flatMap { page -> [LintRule.Finding] in
      let facts = page.sections.flatMap(\.facts)
      guard
        let dated = facts.first(where: { ["Datum", "Gepubliceerd", "Date"].contains($0.name) }),
        let written = DutchDate.all(in: dated.value, year: nil).first
      else { return [] }
      return page.sections.flatMap { section in
        section.sentences.compactMap { sentence in
          let later = DutchDate.all(in: sentence, year: written.year).first { $0 > written }
          guard let later, PastTense.isIn(sentence) else { return nil }
          return (
            section.place,
            "the text is of \(dated.value) and tells of \(later.text) as past", sentence
          )
        }
      }
    }
  }
}

/// A day as Dutch writes it: `22 november 2018`.
struct DutchDate: Comparable {
  let year: Int
  let month: Int
  let day: Int

  private static let months = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
  ]

  /// The days in a text; one without a year has the year given, or is passed over.
  static func all(in text: String, year: Int?) -> [DutchDate] {
    let words = Words.of(text.lowercased())
    return words.indices.compactMap { index in
      guard index > 0, let month = months.firstIndex(of: words[index]),
        let day = Int(words[index - 1]), (1...31).contains(day)
      else { return nil }
      let stated =
        index + 1 < words.count
        ? Int(words[index + 1]).flatMap { (1900...2099).contains($0) ? $0 : nil } : nil
      guard let found = stated ?? year else { return nil }
      return DutchDate(year: found, month: month + 1, day: day)
    }
  }

  static func < (left: DutchDate, right: DutchDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// As Dutch writes it.
  var text: String { "\(day) \(Self.months[month - 1]) \(year)" }
}

/// Verbs that tell of what is over.
private enum PastTense {
  private static let words: Set = [
    "was", "waren", "werd", "werden", "had", "hadden", "vond", "vonden", "kwam", "kwamen", "ging",
    "gingen", "bespraken", "besprak", "deelden", "deelde", "spraken", "sprak", "bezochten",
    "organiseerde", "organiseerden", "gaf", "gaven", "namen", "nam", "ontmoetten",
  ]

  static func isIn(_ sentence: String) -> Bool {
    Words.of(sentence.lowercased()).contains(where: words.contains)
  }
}
