package import Wording

/// Numbered dots on a map, with the list of what they are.
///
/// Numbers run from north to south. All other regions are small grey dots, or land when there are
/// boundaries, so that the country can be recognised.
package struct DotMap: Sendable {
  /// A place with its name.
  package struct Place: Sendable {
    package let name: String
    /// A second line in the list; empty for none.
    package let detail: String
    package let point: MapPoint

    /// A place.
    package init(_ name: String, detail: String = "", at point: MapPoint) {
      self.name = DisplayText.clean(name)
      self.detail = DisplayText.clean(detail)
      self.point = point
    }
  }

  /// From north to south, and from west to east where they lie as far north.
  package let places: [Place]
  /// The middles of all other regions.
  package let others: [MapPoint]
  /// The land below the dots; empty draws the others as dots.
  package let land: [MapShape]
  /// What is said below the list, such as how many rows have no place.
  package let remarks: [String]
  /// What the places are: "gemeente", "gemeenten".
  package let noun: Noun

  /// A map of places.
  package init(
    _ places: [Place], others: [MapPoint], land: [MapShape] = [], remarks: [String] = [],
    noun: Noun
  ) {
    self.places = places.sorted { one, other in
      let (a, b) = (one.point, other.point)
      return a.y != b.y ? a.y > b.y : a.x != b.x ? a.x < b.x : one.name < other.name
    }
    self.others = others
    self.land = land
    self.remarks = remarks.map(DisplayText.clean).filter { !$0.isEmpty }
    self.noun = noun
  }
}

extension DotMap: Mark {
  /// Draws the map with the list beside it, or below it when that is too long or the paper narrow.
  package func drawing(in area: DrawingArea) -> Drawing {
    guard !places.isEmpty || !remarks.isEmpty else { return EmptyPlace.drawing(in: area) }
    let top = area.top + 24
    let isWide = area.layout == .wide
    let map = DotDrawing(self, radius: isWide ? 11 : 10).elements(
      left: area.left, top: top, width: isWide ? 430 : area.width, height: isWide ? 500 : 375)
    let beside = DotList(self, left: area.left + 460, right: area.right, language: area.language)
    if isWide, let list = beside.column(top: top, limit: max(map.bottom, top + 300)) {
      return Drawing(
        elements: map.elements + list.elements, bottom: max(map.bottom, list.bottom) + 24)
    }
    let below = DotList(self, left: area.left, right: area.right, language: area.language)
    let list = below.columns(top: map.bottom + 22, count: isWide ? 3 : 1)
    return Drawing(elements: map.elements + list.elements, bottom: list.bottom + 24)
  }

  /// The places with their numbers, and what is said below the list.
  package func description(in language: Language) -> String {
    let phrases = language.mapPhrases
    guard !places.isEmpty || !remarks.isEmpty else {
      return "\(phrases.dotMap): \(language.phrases.noData)."
    }
    let count = language.count(places.count)
    let word = places.count == 1 ? noun.one : noun.many
    let list = places.enumerated().map { index, place in
      let detail = place.detail.isEmpty || places.count > 12 ? "" : " (\(place.detail))"
      return "\(index + 1) \(place.name)\(detail)"
    }
    var sentences = [
      "\(phrases.dotMap) \(language.phrases.with) \(count) \(phrases.numbered) \(word)"
        + (list.isEmpty ? "" : ": " + list.joined(separator: ", "))
    ]
    sentences += remarks
    return sentences.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
  }
}
