/// The years, or first quarters or months of years, at which an axis with many places has names.
///
/// Years are multiples of 5, 10, 25 …; the last place is named too, because the value beside it is,
/// and of years the first, where the line begins.
struct RoundUnits {
  private let places: [Lines.Place]
  private let every: Int
  private let perYear: Int
  /// Which places are named, in their order.
  let indices: [Int]

  /// The units for places `step` pixels apart; nil when they are no calendar, or when too few of
  /// them are round to say where the others lie.
  init?(_ places: [Lines.Place], step: Double) {
    let units = places.compactMap(\.unit)
    guard units.count == places.count, let last = units.last, step > 0 else { return nil }
    let perYear = last.perYear
    guard units.allSatisfy({ $0.perYear == perYear }) else { return nil }
    let isYears = perYear == 1
    let texts = isYears ? places.map(\.label) : [Self.year(last)]
    let room = TextMeasure.width(texts, .tick) + 14
    let years = isYears ? [5, 10, 25, 50, 100, 250, 500] : [1, 2, 5, 10, 25, 50, 100]
    // Places may be further apart than their units.
    let pixels = units.count > 1 ? step / Double(max(units[1].index - units[0].index, 1)) : step
    guard
      let every = years.map({ $0 * perYear }).first(where: { Double($0) * pixels >= room })
    else { return nil }
    let round = places.indices.filter { units[$0].index % every == 0 }
    guard round.count > 1 else { return nil }
    self.places = places
    self.every = every
    self.perYear = perYear
    let first = isYears && round.first != 0 ? [0] : []
    indices = first + (round.last == places.count - 1 ? round : round + [places.count - 1])
  }

  /// The name of a place: of the first quarter or month of a year the year alone.
  func name(_ index: Int) -> String {
    guard perYear > 1, let unit = places[index].unit, unit.index % every == 0 else {
      return places[index].label
    }
    return Self.year(unit)
  }

  private static func year(_ unit: Lines.CalendarUnit) -> String {
    String((unit.index - (unit.index % unit.perYear + unit.perYear) % unit.perYear) / unit.perYear)
  }
}
