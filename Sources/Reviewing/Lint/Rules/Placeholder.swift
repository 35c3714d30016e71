import Reporting

/// Text that was to be replaced before publishing: `**FIGUUR UPDATEN**`, `XX`.
extension LintRule {
  static let placeholder = LintRule(name: "placeholder", severity: .error) { subject in
    var texts = subject.sentences.map { ($0.section.place, $0.text) }
    texts += subject.sections.flatMap { section in
      section.facts.map { (section.place, "\($0.name): \($0.value)") }
        + [(section.place, section.heading)]
        + section.results.flatMap { result in
          [(section.place, result.title), (section.place, result.source)]
            + result.notes.map { (section.place, $0) }
        }
    }
    texts += subject.content.footnotes.map { ("", $0) } + [("", subject.content.title)]
    return texts.compactMap { place, text in
      guard let word = Placeholders.first(in: text) else { return nil }
      return (place, "the placeholder `\(word)` is still there", text)
    }
  }
}

private enum Placeholders {
  private static let words: Set = [
    "TO" + "DO", "FIX" + "ME", "TBD", "XX", "X" + "XX", "NTB", "INVULLEN",
  ]
  private static let phrases = [
    "UPDATEN", "NOG AAN TE VULLEN", "NOG TOEVOEGEN", "HIER KOMT", "lorem ipsum", "[...]", "[…]",
    "???",
  ]

  static func first(in text: String) -> String? {
    if let word = Words.of(text).first(where: words.contains) { return word }
    return phrases.first { text.contains($0) }
  }
}
