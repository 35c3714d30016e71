import Reporting

/// A fixed sentence of which a page has another wording: "in de uitwerking doelstelling 1" where the
/// others say "in de uitwerking van doelstelling 3".
extension LintRule {
  static let variedSentence = LintRule(name: "varied-sentence", severity: .warning) { subject in
    let skeletons = subject.sentences.map { section, text in
      (place: section.place, text: text, words: Skeleton.of(text))
    }.filter { $0.words.count >= Skeleton.shortest }
    var found: [LintRule.Finding] = []
    for (index, one) in skeletons.enumerated() {
      // The one that comes first in the edition is the one to say what is usual.
      let usual = skeletons[..<index].first { Skeleton.differByOneWord($0.words, one.words) }
      if let usual {
        found.append(
          (one.place, "worded otherwise than \"\(usual.text.prefix(90))\"", one.text))
      }
    }
    return found
  }
}

private enum Skeleton {
  static let shortest = 8
  /// Words that are compared: what follows them is the page's own.
  private static let length = 10

  /// The first words, with numbers made alike.
  static func of(_ text: String) -> [String] {
    Words.of(text.lowercased()).prefix(length).map { word in
      word.contains { $0.isNumber } ? "#" : word
    }
  }

  /// Whether the one has exactly one word more, in its middle, and both go on alike.
  static func differByOneWord(_ left: [String], _ right: [String]) -> Bool {
    guard left != right else { return false }
    let start = zip(left, right).prefix { $0 == $1 }.count
    guard start >= 4, start < min(left.count, right.count) else { return false }
    let (one, other) = (Array(left[start...]), Array(right[start...]))
    func isLonger(_ long: [String], _ short: [String]) -> Bool {
      let rest = Array(long.dropFirst())
      let length = min(rest.count, short.count)
      return length >= 2 && rest.prefix(length) == short.prefix(length)
    }
    return isLonger(one, other) || isLonger(other, one)
  }
}
