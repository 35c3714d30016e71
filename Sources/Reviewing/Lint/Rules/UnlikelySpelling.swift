import Peil
import Reporting

/// A long word that differs in its middle from one that the edition or the built-in data write
/// more often: `zelfraadzaamheid` beside `zelfredzaamheid`.
extension LintRule {
  static let unlikelySpelling = LintRule(name: "unlikely-spelling", severity: .warning) { subject in
    var counts: [String: Int] = [:]
    for (_, text) in subject.sentences {
      for word in Words.of(text.lowercased()) where word.count >= Spelling.shortest {
        counts[word, default: 0] += 1
      }
    }
    for word in BuiltInTexts.words where word.count >= Spelling.shortest {
      counts[word, default: 0] += 2
    }
    let known = counts.filter { $0.value > 1 }.keys.sorted()
    return subject.sentences.flatMap { section, text in
      Words.of(text.lowercased()).compactMap { word in
        guard word.count >= Spelling.shortest, counts[word] == 1,
          let likely = known.first(where: { Spelling.areAlike(word, $0) })
        else { return nil }
        return (section.place, "`\(word)` may be `\(likely)`", text)
      }
    }
  }
}

private enum Spelling {
  static let shortest = 11

  /// Whether two words begin and end alike and differ by one or two letters between: an ending
  /// that differs is grammar.
  static func areAlike(_ left: String, _ right: String) -> Bool {
    let one = Array(left)
    let other = Array(right)
    guard left != right, abs(one.count - other.count) <= 2 else { return false }
    let start = zip(one, other).prefix { $0 == $1 }.count
    let end = zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
    let changed = max(one.count, other.count) - min(start + end, min(one.count, other.count))
    // A letter more or less that makes a plural or a compound stands near neither end.
    return start >= 4 && end >= 5 && changed <= 2
  }
}
