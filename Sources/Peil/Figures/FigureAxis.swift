import Columnar
import Graphics
import Planning

/// Places along an axis: those of periods in order of time, with the periods that have no row.
enum FigureAxis {
  /// The places of the categories of some cells.
  static func places(_ cells: FigureCells) -> [Lines.Place] {
    guard let by = cells.rows.spec.by else { return [] }
    let values = cells.first.map { cells.rows.cell(by, $0) ?? .missing(.unknown) }
    if let places = ofUnits(values, cells.labels) { return places }
    let positions = values.map(position)
    guard positions.allSatisfy({ $0 != nil }) else {
      return cells.labels.enumerated().map { Lines.Place($1, at: Double($0)) }
    }
    return zip(cells.labels, positions.compactMap { $0 }).sorted { $0.1 < $1.1 }
      .map { Lines.Place($0.0, at: $0.1) }
  }

  /// Periods or years of one unit: those between the first and the last that have no row are
  /// places too, when the others follow each other in steps of one size.
  private static func ofUnits(_ values: [Value], _ labels: [String]) -> [Lines.Place]? {
    var units: [Int] = []
    var granularity: Period.Granularity?
    for value in values {
      switch value {
      case .integer(let number): units.append(Int(clamping: number))
      case .period(let period) where !period.isSpan:
        guard granularity == nil || granularity == period.granularity else { return nil }
        granularity = period.granularity
        units.append(Int(period.first))
      default: return nil
      }
    }
    guard let low = units.min(), let high = units.max() else { return nil }
    let names = Dictionary(zip(units, labels), uniquingKeysWith: { first, _ in first })
    let step = units.reduce(0) { divisor($0, $1 - low) }
    guard names.count == units.count, step > 0, (high - low) / step < 400 else { return nil }
    return stride(from: low, through: high, by: step).map { unit in
      let written = granularity.map { Period($0, Int32(clamping: unit)).text } ?? String(unit)
      return Lines.Place(
        names[unit] ?? written, at: Double(unit),
        unit: perYear(granularity).map { Lines.CalendarUnit(unit, perYear: $0) })
    }
  }

  /// How many units a year has; nil for weeks and days, of which years have no fixed number.
  private static func perYear(_ granularity: Period.Granularity?) -> Int? {
    switch granularity {
    case nil, .year: 1
    case .quarter: 4
    case .month: 12
    case .week, .day: nil
    }
  }

  private static func divisor(_ one: Int, _ other: Int) -> Int {
    other == 0 ? one : divisor(other, one % other)
  }

  private static func position(_ value: Value) -> Double? {
    switch value {
    case .period(let period): Double(period.firstDay) / 2 + Double(period.lastDay) / 2
    case .date(let date): Double(date.days)
    case .integer, .number: value.asNumber
    case .missing, .boolean, .text: nil
    }
  }
}
