import Columnar
import Planning

/// Finds out which groups a redivision took from and gave to, while the rows go by.
struct GroupBreaks {
  private let regrouped: RegroupedBreaks
  private var encoder = KeyEncoder(columnCount: 2)
  /// Region and group of each pair met, with the first and last day of its periods.
  private var places: [Place] = []

  private struct Place {
    let region: String
    let group: String
    var first: Int32
    var last: Int32
  }

  init(_ regrouped: RegroupedBreaks) {
    self.regrouped = regrouped
  }

  /// Takes rows in.
  mutating func update(_ batch: Batch) {
    let regions = batch.columns[regrouped.region]
    let groups = batch.columns[regrouped.group]
    let ids = encoder.encode([regions, groups], count: batch.count)
    for row in ids.firstRows {
      let place = Place(
        region: regions.value(at: row).shown, group: groups.value(at: row).shown, first: .max,
        last: .min)
      places.append(place)
    }
    guard let time = regrouped.time else { return }
    for (row, period) in batch.columns[time].periods().enumerated() {
      guard let day = period?.firstDay else { continue }
      let id = Int(ids.ids[row])
      places[id].first = min(places[id].first, day)
      places[id].last = max(places[id].last, day)
    }
  }

  /// Gives the groups their breaks, once all rows were taken in.
  func finish() {
    var byRegion: [String: [Place]] = [:]
    for place in places { byRegion[place.region, default: []].append(place) }
    var pairs: [Redivision] = []
    for pair in regrouped.regions.redivisions {
      let before = Self.groups(byRegion[pair.old] ?? []) { $0.first < pair.day }
      let after = Self.groups(byRegion[pair.new] ?? []) { $0.last >= pair.day }
      // A region in several groups at a time is not divided by them: by theme, by sex.
      guard before.count == 1, after.count == 1, before != after else { continue }
      pairs.append(
        Redivision(
          old: before[0], new: after[0], day: pair.day, kind: .boundary, text: pair.text))
    }
    regrouped.groups.fill(pairs)
  }

  /// The groups of a region on one side of a day; on any side when that side has no rows.
  private static func groups(_ places: [Place], where isOnSide: (Place) -> Bool) -> [String] {
    let side = places.filter(isOnSide)
    return (side.isEmpty ? places : side).map(\.group)
  }
}
