package import Wording

/// How often values fall into classes of one width.
package struct Histogram: Sendable, Equatable {
  /// The classes, in rising order, without a gap between them.
  package let classes: HistogramClasses
  /// How often each class occurs.
  package let counts: [Int]
  /// What has no value: how many for which reason, in order of appearance.
  package let missing: [(words: String, count: Int)]
  package let format: ValueFormat
  /// What is counted: "gemeente", "gemeenten".
  package let noun: Noun?

  /// Counts values in classes; values that are not finite count as missing.
  package init(
    _ values: [Datum], classes: HistogramClasses, format: ValueFormat = ValueFormat(),
    noun: Noun? = nil, language: Language = .dutch
  ) {
    var counts = [Int](repeating: 0, count: classes.count)
    var missing: [(words: String, count: Int)] = []
    for datum in values {
      if let value = datum.value, let index = classes.index(of: value) {
        counts[index] += 1
        continue
      }
      let words = datum.reason(language.phrases)
      if let place = missing.firstIndex(where: { $0.words == words }) {
        missing[place].count += 1
      } else {
        missing.append((words, 1))
      }
    }
    self.classes = classes
    self.counts = counts
    self.missing = missing
    self.format = format
    self.noun = noun
  }

  /// Written out, because tuples have no equality of their own.
  package static func == (left: Histogram, right: Histogram) -> Bool {
    left.classes == right.classes && left.counts == right.counts && left.format == right.format
      && left.noun == right.noun
      && left.missing.elementsEqual(right.missing) { $0.words == $1.words && $0.count == $1.count }
  }

  /// How classes were made, in a sentence: "Klassen van 10 inwoners, ondergrens inbegrepen".
  func rule(_ phrases: Phrases) -> String {
    "\(phrases.classesOf) \(format.words(.known(classes.width), phrases)), \(phrases.lowerIncluded)"
  }

  /// How many values there are for a reason: "12 onbekend".
  var missingWords: [String] { missing.map { "\($0.count) \($0.words)" } }
}

extension Histogram: Mark {
  /// Draws a bar for each class, against each other.
  package func drawing(in area: DrawingArea) -> Drawing {
    guard counts.contains(where: { $0 > 0 }) || !missing.isEmpty else {
      return EmptyPlace.drawing(in: area)
    }
    return HistogramPlan(self, in: area).drawing()
  }

  /// Kind and rule, then the count of every class when there are at most twelve, else the fullest
  /// class; then what is missing.
  package func description(in language: Language) -> String {
    let phrases = language.phrases
    let total = counts.reduce(0, +)
    guard total > 0 || !missing.isEmpty else { return "\(phrases.histogram): \(phrases.noData)." }
    let things = noun.map { $0.counted(total, language) } ?? phrases.row.counted(total, language)
    var sentences = ["\(phrases.histogram) \(phrases.with) \(things)"]
    sentences.append(rule(phrases))
    func name(_ index: Int) -> String {
      "\(format.text(classes.edge(index)))–\(format.text(classes.edge(index + 1)))"
    }
    if counts.count <= 12 {
      sentences.append(
        counts.indices.map { "\(name($0)): \(counts[$0])" }.joined(separator: ", "))
    } else if let most = counts.max(), let place = counts.firstIndex(of: most),
      let first = counts.firstIndex(where: { $0 > 0 }),
      let last = counts.lastIndex(where: { $0 > 0 })
    {
      sentences.append("\(phrases.fullest) \(name(place)), \(phrases.with) \(most)")
      sentences.append(
        "\(phrases.from.sentenceCased) \(format.text(classes.edge(first))) \(phrases.until) "
          + format.text(classes.edge(last + 1)))
    }
    if !missing.isEmpty {
      sentences.append("\(phrases.withoutValue): \(missingWords.joined(separator: ", "))")
    }
    return sentences.map { $0 + "." }.joined(separator: " ")
  }
}
