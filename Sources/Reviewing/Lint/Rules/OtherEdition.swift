import Reporting

/// The name of an earlier edition where this one is meant: "Monitor Langer Thuis 2020" in that of
/// 2021.
extension LintRule {
  static let otherEdition = LintRule(name: "other-edition", severity: .warning) { subject in
    guard let year = subject.editionYear else { return [] }
    let title = subject.content.title
    // The series is what stands before the year in the title or the name of the edition.
    let series = [subject.content.edition, title].compactMap { name -> String? in
      guard let place = name.firstRange(of: String(year)) else { return nil }
      let words = Words.of(String(name[..<place.lowerBound])).filter {
        !["editie", "edition"].contains($0.lowercased())
      }
      return words.count >= 2 ? words.joined(separator: " ") : nil
    }.first
    guard let series else { return [] }
    let sentences =
      subject.sentences.map { ($0.section.place, $0.text) }
      + subject.content.footnotes.map { ("", $0) } + [("", title)]
    return sentences.compactMap { place, text in
      guard !Comparisons.isIn(text) else { return nil }
      for part in text.ranges(of: series) {
        let behind = Words.of(String(text[part.upperBound...].prefix(16)))
        if let first = behind.first, let other = Int(first), (1900...2099).contains(other),
          other != year
        {
          return (place, "names the edition of \(other) in that of \(year)", text)
        }
      }
      return nil
    }
  }
}
