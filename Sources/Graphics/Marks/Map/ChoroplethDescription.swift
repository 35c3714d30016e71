package import Wording

/// The classes in words, and the alternative text.
extension Choropleth {
  /// "minder dan 10", "10 tot 15", "15 of meer"; a single class has the values it goes from and to.
  func classLabels(_ phrases: MapPhrases) -> [String] {
    let bounds = classes.bounds.map { bound in
      var written = format
      written.decimals = .exactly(classes.decimals)
      return written.text(bound)
    }
    guard let first = bounds.first, let last = bounds.last else {
      let ranked = ranked
      guard let high = ranked.first, let low = ranked.last else { return [""] }
      let ends = [low, high].map { text(regions[$0].value.value ?? 0) }
      return [ends[0] == ends[1] ? ends[0] : ends.joined(separator: " – ")]
    }
    return ["\(phrases.under) \(first)"]
      + zip(bounds, bounds.dropFirst()).map { "\($0) \(phrases.upTo) \($1)" }
      + ["\(last) \(phrases.andMore)"]
  }

  /// How many regions are in each class.
  var classCounts: [Int] {
    var counts = [Int](repeating: 0, count: classes.count)
    for value in regions.compactMap(\.value.value) { counts[classes.index(of: value)] += 1 }
    return counts
  }

  /// The names of regions without a value by their reason, in the order in which they occur.
  func missing(_ language: Language) -> [(reason: String, names: [String])] {
    var found: [(reason: String, names: [String])] = []
    for region in regions where region.value.value == nil {
      let reason = region.value.reason(language.phrases)
      if let index = found.firstIndex(where: { $0.reason == reason }) {
        found[index].names.append(region.name)
      } else {
        found.append((reason, [region.name]))
      }
    }
    return found
  }

  /// Kind and size; every value when there are at most twelve, else the extremes, the middle and
  /// the classes; where the high values lie; what has no value.
  package func description(in language: Language) -> String {
    let phrases = language.mapPhrases
    let kind: String
    switch ground {
    case .shapes: kind = phrases.map
    case .tiles: kind = phrases.tileMap
    }
    guard !regions.isEmpty else { return "\(kind): \(language.phrases.noData)." }
    var opening = "\(kind) \(language.phrases.with) \(noun.counted(regions.count, language))"
    if case .tiles = ground { opening += "; \(phrases.tiles)" }
    var sentences = [opening]
    let ranked = ranked
    if regions.count <= 12 {
      sentences += ranked.map { "\(regions[$0].name): \(words($0))" }
    } else if let high = ranked.first, let low = ranked.last {
      sentences.append("\(language.phrases.lowest): \(words(low)) (\(regions[low].name))")
      sentences.append("\(language.phrases.highest): \(words(high)) (\(regions[high].name))")
      sentences.append("\(phrases.middle) \(words(ranked[ranked.count / 2]))")
      let classes = zip(classLabels(phrases), classCounts).map { label, count in
        "\(label): \(noun.counted(count, language))"
      }
      sentences.append("\(phrases.inClasses): " + classes.joined(separator: "; "))
      if let side = trend { sentences.append("\(phrases.trend) \(phrases.directions[side])") }
    }
    sentences += missing(language).map { reason, names in
      let rest = names.count - 12
      let others = rest > 0 ? " \(language.phrases.and) \(rest) \(language.phrases.others)" : ""
      return "\(language.phrases.withoutValue) (\(reason)): "
        + names.prefix(12).joined(separator: ", ") + others
    }
    sentences += remarks
    return sentences.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
  }

  private func words(_ index: Int) -> String {
    let number = text(regions[index].value.value ?? 0)
    return format.isPercentage || unit.isEmpty ? number : "\(number) \(unit)"
  }

  /// The side on which ranks are higher, as a position in north, east, south, west; nil when place
  /// and rank have little to do with each other (a correlation of less than 0.3).
  private var trend: Int? {
    let middles = middles
    let ranked = ranked
    guard ranked.count > 12 else { return nil }
    let mean = Double(ranked.count - 1) / 2
    func correlation(_ place: (MapPoint) -> Double) -> Double {
      let places = ranked.map { place(middles[$0]) }
      let middle = places.reduce(0, +) / Double(places.count)
      var (both, ranks, distances) = (0.0, 0.0, 0.0)
      for (rank, place) in places.enumerated() {
        let (a, b) = (mean - Double(rank), place - middle)
        both += a * b
        ranks += a * a
        distances += b * b
      }
      return distances > 0 ? both / (ranks * distances).squareRoot() : 0
    }
    let (north, east) = (correlation(\.y), correlation(\.x))
    guard max(north.magnitude, east.magnitude) >= 0.3 else { return nil }
    if north.magnitude >= east.magnitude { return north > 0 ? 0 : 2 }
    return east > 0 ? 1 : 3
  }

  /// About the middle of each region.
  private var middles: [MapPoint] {
    switch ground {
    case .tiles(let layout):
      return layout.tiles.map { MapPoint(x: Double($0.column), y: -Double($0.row)) }
    case .shapes(let shapes):
      return shapes.map { parts in
        let points = parts.first?.first?.first ?? []
        let count = Double(max(points.count, 1))
        return MapPoint(
          x: points.reduce(0) { $0 + $1.x } / count, y: points.reduce(0) { $0 + $1.y } / count)
      }
    }
  }
}
