package import Columnar

/// Where regions of earlier days belong on the boundaries of a later one.
package struct RegionMap {
  /// The first day on the boundaries converted to.
  package let day: Int32
  /// The redivisions up to that day, by day, in order of day.
  private let steps: [Step]

  /// All pairs of one day.
  private struct Step {
    let day: Int32
    let pairs: [Redivision]

    /// Whether a pair hands over the whole of its old region.
    func isWhole(_ pair: Redivision) -> Bool {
      switch pair.kind {
      case .merger, .absorption:
        pair.old != pair.new && pairs.allSatisfy { $0.old != pair.old || $0.new == pair.new }
      case .split, .boundary: false
      }
    }
  }

  /// A region on the later boundaries, and whether its figures can be taken over.
  package struct Place: Equatable {
    package var region: String
    package var isComparable: Bool
  }

  /// Makes a map of redivisions to the boundaries of a day.
  package init(_ redivisions: [Redivision], day: Int32) {
    self.day = day
    let days = Set(redivisions.map(\.day).filter { $0 <= day }).sorted()
    steps = days.map { day in Step(day: day, pairs: redivisions.filter { $0.day == day }) }
  }

  /// Where a region of a day belongs. A merger or absorption hands it over; a split or a change of
  /// boundary makes both sides not comparable.
  package func place(of region: String, on day: Int32) -> Place {
    var place = Place(region: region, isComparable: true)
    for step in steps where step.day > day {
      var visited: Set<String> = []
      while visited.insert(place.region).inserted {
        let involved = step.pairs.filter { $0.old == place.region || $0.new == place.region }
        if involved.contains(where: { !step.isWhole($0) }) { place.isComparable = false }
        guard let next = involved.first(where: { $0.old == place.region && step.isWhole($0) })
        else { break }
        place.region = next.new
      }
    }
    return place
  }

  /// The regions that existed on a day and went up in a region, itself among them when it
  /// existed, as far as redivisions tell; in order of the table.
  func parts(of region: String, on day: Int32) -> [String] {
    let all = steps.flatMap(\.pairs)
    var parts: [String] = []
    for code in all.map(\.old) + [region] where !parts.contains(code) {
      let isNewer = all.contains { $0.new == code && $0.kind == .merger && $0.day > day }
      let isGone = steps.contains { step in
        step.day <= day && step.pairs.contains { $0.old == code && $0.kind != .boundary }
      }
      if !isNewer, !isGone, place(of: code, on: day).region == region { parts.append(code) }
    }
    return parts
  }

  /// What still breaks series on the later boundaries: redivisions after the day, and those that
  /// could not be converted, with the regions they touch as they are now called.
  func remaining(of redivisions: [Redivision]) -> [Redivision] {
    redivisions.compactMap { pair in
      guard pair.day <= day else { return pair }
      guard let step = steps.first(where: { $0.day == pair.day }), !step.isWhole(pair) else {
        return nil
      }
      return Redivision(
        old: place(of: pair.old, on: pair.day).region,
        new: place(of: pair.new, on: pair.day).region, day: pair.day, kind: pair.kind,
        text: pair.text)
    }
  }
}
