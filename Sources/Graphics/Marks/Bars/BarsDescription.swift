package import Wording

/// The alternative text of bars.
extension Bars {
  /// Kind and size, then every value when there are at most twelve, else the extremes and what is
  /// missing.
  package func description(in language: Language) -> String {
    let phrases = language.phrases
    return description(
      in: language, kind: arrangement == .grouped ? phrases.barChart : phrases.stackedChart)
  }

  /// The same under another name, for marks of the same data.
  func description(in language: Language, kind: String) -> String {
    let phrases = language.phrases
    guard !categories.isEmpty else { return "\(kind): \(phrases.noData)." }
    let noun = noun ?? phrases.category
    var opening = "\(kind) \(phrases.with) \(noun.counted(categories.count, language))"
    if series.count > 1 {
      opening += " \(phrases.and) \(phrases.series.counted(series.count, language))"
    }
    var sentences = [opening]
    if categories.count * barsPerCategory <= 12 {
      sentences += categories.map { sentence($0, phrases) }
    } else {
      sentences += extremes(phrases) + missing(phrases)
    }
    return sentences.map { $0 + "." }.joined(separator: " ")
  }

  /// One category: "Monitor 2020 (peiljaar 2017): 536 initiatieven, zelfde cijfer (0,0%)".
  private func sentence(_ category: Category, _ phrases: Phrases) -> String {
    var name = category.label
    if !category.detail.isEmpty { name += name.isEmpty ? category.detail : " (\(category.detail))" }
    let shares = arrangement == .share ? Stack(self, category, phrases).parts : []
    var parts = (0..<barsPerCategory).map { index in
      var words = format.words(datum(category, index), phrases)
      if let share = shares.first(where: { $0.series == index }) {
        words += " (\(partFormat.text(share.value)))"
      }
      return series.count > 1 ? "\(series[index]) \(words)" : words
    }
    if let change = category.change?.text, !change.isEmpty { parts.append(change) }
    return (name.isEmpty ? "" : name + ": ") + parts.joined(separator: ", ")
  }

  /// The smallest and largest value with their names.
  private func extremes(_ phrases: Phrases) -> [String] {
    var low: (value: Double, name: String)?
    var high: (value: Double, name: String)?
    for category in categories {
      for index in 0..<barsPerCategory {
        guard let value = datum(category, index).value else { continue }
        let name = name(category, index)
        if low.map({ value < $0.value }) ?? true { low = (value, name) }
        if high.map({ value > $0.value }) ?? true { high = (value, name) }
      }
    }
    guard let low, let high else { return [] }
    return [(phrases.lowest, low), (phrases.highest, high)].map { words, extreme in
      "\(words): \(format.words(.known(extreme.value), phrases)) (\(extreme.name))"
    }
  }

  /// The names of what has no value, the first dozen of them.
  private func missing(_ phrases: Phrases) -> [String] {
    var names: [String] = []
    for category in categories {
      for index in 0..<barsPerCategory where datum(category, index).value == nil {
        names.append("\(name(category, index)) (\(datum(category, index).reason(phrases)))")
      }
    }
    return MissingNames.sentence(names, phrases).map { [$0] } ?? []
  }

  private func name(_ category: Category, _ index: Int) -> String {
    series.count > 1 ? "\(category.label), \(series[index])" : category.label
  }
}
