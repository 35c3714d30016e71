import Reporting

/// A word that announces a number with none behind it: "het rapportcijfer middenmoot".
extension LintRule {
  static let lostNumber = LintRule(name: "lost-number", severity: .warning) { subject in
    subject.sentences.compactMap { section, text in
      let words = Words.of(text)
      for (word, next) in zip(words, words.dropFirst())
      where Announcements.announces(word, text) && !Announcements.mayFollow(next)
        && !text.contains("\(word),") && !text.contains("\(word).") && !text.contains("\(word):")
      {
        return (section.place, "a number seems to be lost behind `\(word)`", text)
      }
      return nil
    }
  }
}

private enum Announcements {
  private static let words: Set = ["rapportcijfer", "eindcijfer", "gemiddelde score"]
  private static let followers: Set = [
    "is", "was", "van", "voor", "dat", "die", "in", "op", "over", "bij", "en", "of", "per", "tot",
    "met", "wordt", "werd", "geeft", "ligt", "lag", "gemiddeld", "dan", "om", "als", "komt", "naar",
    "heeft", "blijft", "bleef", "stijgt", "daalt", "steeg", "daalde", "tevredenheid", "aan",
    "hoger", "lager", "tussen", "ongeveer", "circa", "bijna", "ruim", "te", "uit", "krijgt",
  ]

  static func announces(_ word: String, _ text: String) -> Bool {
    words.contains(word.lowercased())
  }

  static func mayFollow(_ word: String) -> Bool {
    followers.contains(word.lowercased()) || word.contains { $0.isNumber }
  }
}
