package import Wording

/// The alternative text of lines and areas.
extension Lines {
  /// Kind, period and size; then every value when there are at most twelve, else where each series
  /// begins and ends, its extremes and its trend; then what is missing and what is provisional.
  package func description(in language: Language) -> String {
    let phrases = language.phrases
    let kindWord: String
    switch kind {
    case .line: kindWord = phrases.lineChart
    case .area: kindWord = phrases.areaChart
    case .slope: kindWord = phrases.slopeChart
    }
    guard let first = places.first, let last = places.last, !series.isEmpty else {
      return "\(kindWord): \(phrases.noData)."
    }
    var opening = kindWord
    opening +=
      places.count == 1
      ? " \(phrases.of) \(first.label)"
      : " \(phrases.from) \(first.label) \(phrases.until) \(last.label)"
    if series.count > 1 {
      opening += " \(phrases.with) \(phrases.series.counted(series.count, language))"
    }
    var sentences = [opening]
    if places.count * series.count <= 12 {
      sentences += series.indices.map { everyValue($0, phrases) }
    } else {
      sentences += series.indices.prefix(12).map { summary($0, phrases) }
      if series.count > 12 {
        sentences.append("\(phrases.and) \(series.count - 12) \(phrases.others)")
      }
      sentences += MissingNames.sentence(missingNames(phrases), phrases).map { [$0] } ?? []
    }
    let provisional = places.indices.filter { place in
      series.indices.contains { point($0, place).isProvisional && value($0, place) != nil }
    }
    if !provisional.isEmpty {
      let names = provisional.map { places[$0].label }.joined(separator: ", ")
      sentences.append("\(phrases.provisional): \(names)")
    }
    return sentences.map { $0 + "." }.joined(separator: " ")
  }

  private func everyValue(_ index: Int, _ phrases: Phrases) -> String {
    let values = places.indices.map { place in
      let point = point(index, place)
      let change = point.change.isEmpty ? "" : " (\(point.change))"
      return "\(places[place].label) \(format.words(point.datum, phrases))\(change)"
    }
    return named(index, values.joined(separator: ", "))
  }

  /// "75 jaar of ouder: van 1.168 in 2014 naar 1.369 in 2020, steeds hoger".
  private func summary(_ index: Int, _ phrases: Phrases) -> String {
    let known = places.indices.filter { value(index, $0) != nil }
    guard let first = known.first, let last = known.last,
      let start = value(index, first), let end = value(index, last)
    else { return named(index, phrases.noData) }
    func at(_ place: Int) -> String {
      "\(format.words(point(index, place).datum, phrases)) \(phrases.inPeriod) \(places[place].label)"
    }
    guard first != last else { return named(index, at(first)) }
    var text = "\(phrases.from) \(at(first)) \(phrases.to) \(at(last))"
    let values = known.compactMap { value(index, $0) }
    let steps = zip(values, values.dropFirst())
    if values.allSatisfy({ $0 == start }) {
      let words = format.words(.known(start), phrases)
      text =
        "\(phrases.always) \(words) \(phrases.from) \(places[first].label) \(phrases.until) "
        + places[last].label
    } else if steps.allSatisfy({ $1 > $0 }) {
      text += ", \(values.count == 2 ? phrases.rises : phrases.alwaysHigher)"
    } else if steps.allSatisfy({ $1 < $0 }) {
      text += ", \(values.count == 2 ? phrases.falls : phrases.alwaysLower)"
    } else {
      let low = known.min { (value(index, $0) ?? 0) < (value(index, $1) ?? 0) } ?? first
      let high = known.max { (value(index, $0) ?? 0) < (value(index, $1) ?? 0) } ?? first
      text += ", \(end > start ? phrases.higher : end < start ? phrases.lower : phrases.equal)"
      text += "; \(phrases.lowest.lowercased()) \(at(low))"
      text += ", \(phrases.highest.lowercased()) \(at(high))"
    }
    return named(index, text + changes(index, phrases))
  }

  /// "; veranderingen van +2,3% tot +3,1%": the least and the greatest change written at the points
  /// of a series; empty when fewer than two are.
  private func changes(_ index: Int, _ phrases: Phrases) -> String {
    let written = places.indices.compactMap { place -> (amount: Double, text: String)? in
      let point = point(index, place)
      guard let amount = point.amount, !point.change.isEmpty, point.datum.value != nil else {
        return nil
      }
      return (amount, point.change)
    }
    guard let least = written.min(by: { $0.amount < $1.amount }),
      let most = written.max(by: { $0.amount < $1.amount }), written.count > 1
    else { return "" }
    guard least.text != most.text else {
      return "; \(phrases.change) \(phrases.always) \(least.text)"
    }
    return "; \(phrases.changes) \(least.text) \(phrases.upTo) \(most.text)"
  }

  private func named(_ index: Int, _ text: String) -> String {
    let name = series[index].name
    return name.isEmpty ? text.sentenceCased : "\(name): \(text)"
  }

  /// What has no value: places that all series miss for one reason by the place alone.
  private func missingNames(_ phrases: Phrases) -> [String] {
    let shared = places.indices.map { place in
      MissingStretches.sharedReason(self, place, phrases)
    }
    var names = places.indices.compactMap { place in
      shared[place].map { "\(places[place].label) (\($0))" }
    }
    for index in series.indices {
      for place in places.indices where value(index, place) == nil && shared[place] == nil {
        let name = [series[index].name, places[place].label].filter { !$0.isEmpty }
        names.append(
          "\(name.joined(separator: " ")) (\(point(index, place).datum.reason(phrases)))")
      }
    }
    return names
  }
}

extension Lines: PanelMark {
  package var seriesNames: [String] { series.map(\.name) }

  package var knownValues: [Double] {
    series.indices.flatMap { index in places.indices.compactMap { value(index, $0) } }
  }

  package func unnamed(_ language: Language) -> [String] { missingNames(language.phrases) }

  /// The numbers of the axis and the last value leave room for the line.
  package func fitsHalf(_ style: PanelStyle) -> Bool {
    TextMeasure.width([style.domain.low, style.domain.high].map(format.text), .tick) <= 48
  }

  package func asPanel(_ style: PanelStyle) -> Lines {
    var panel = self
    panel.panel = style
    return panel
  }
}
