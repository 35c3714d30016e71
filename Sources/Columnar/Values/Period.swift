/// A stretch of calendar time: a year, quarter, month or day, or a span of several of them.
///
/// `first` and `last` count units of the granularity: years as written, quarters and months from
/// year 0 (`year * 4 + quarter - 1`, `year * 12 + month - 1`), days since 1 January 1970.
/// Invariant: `first <= last`. Two periods are equal when they are the same stretch in the same
/// granularity, however they were written.
@frozen
package struct Period: Hashable, Sendable {
  /// The unit a period is counted in.
  package enum Granularity: UInt8, Hashable, Sendable {
    case year, quarter, month, day
  }

  /// How the source wrote a period, so that it prints back unchanged.
  package enum Notation: UInt8, Hashable, Sendable {
    /// `2020`, `2020Q1`, `2020-05`, `2020-05-01`, `2014..2019`
    case standard
    /// `2014 tm 2019`
    case tm
    /// `02-2019 t/m 01-2020`, `2014 t/m 2019`
    case throughMonths
    /// `februari 2020`
    case monthName
    /// `2020JJ00`, `2020KW01`, `2020MM05`
    case cbs
  }

  package let granularity: Granularity
  package let first: Int32
  package let last: Int32
  package let notation: Notation

  /// Makes a period; a last unit before the first is raised to it.
  package init(
    _ granularity: Granularity, _ first: Int32, _ last: Int32? = nil,
    notation: Notation = .standard
  ) {
    self.granularity = granularity
    self.first = first
    self.last = max(first, last ?? first)
    self.notation = notation
  }

  /// A calendar year.
  package static func year(_ year: Int) -> Period { Period(.year, Int32(clamping: year)) }

  /// Whether it covers more than one unit.
  package var isSpan: Bool { first != last }

  /// The number of units covered.
  package var length: Int { Int(last) - Int(first) + 1 }

  /// The first day, days since 1 January 1970.
  package var firstDay: Int32 { Self.firstDay(of: first, granularity) }

  /// The last day, days since 1 January 1970.
  package var lastDay: Int32 {
    switch granularity {
    case .day: return last
    case .year: return Self.lastDay(year: Int(last), month: 12)
    case .quarter:
      let (year, quarter) = Self.parts(of: last, per: 4)
      return Self.lastDay(year: year, month: quarter * 3 + 3)
    case .month:
      let (year, month) = Self.parts(of: last, per: 12)
      return Self.lastDay(year: year, month: month + 1)
    }
  }

  /// The calendar year it begins in.
  package var startYear: Int { CalendarDate(days: firstDay).civil.year }

  /// Whether the two share a day.
  package func overlaps(_ other: Period) -> Bool {
    firstDay <= other.lastDay && other.firstDay <= lastDay
  }

  /// Whether two periods are the same stretch in the same granularity.
  package static func == (left: Period, right: Period) -> Bool {
    left.granularity == right.granularity && left.first == right.first && left.last == right.last
  }

  /// Hashes what equality compares.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(granularity)
    hasher.combine(first)
    hasher.combine(last)
  }

  private static func firstDay(of unit: Int32, _ granularity: Granularity) -> Int32 {
    let year: Int
    let month: Int
    switch granularity {
    case .year: (year, month) = (Int(unit), 1)
    case .quarter:
      let (inYear, quarter) = parts(of: unit, per: 4)
      (year, month) = (inYear, quarter * 3 + 1)
    case .month:
      let (inYear, monthOfYear) = parts(of: unit, per: 12)
      (year, month) = (inYear, monthOfYear + 1)
    case .day: return unit
    }
    let inRange = min(max(year, 1), 9999)
    return CalendarDate(year: inRange, month: month, day: 1)?.days ?? 0
  }

  private static func lastDay(year: Int, month: Int) -> Int32 {
    let inRange = min(max(year, 1), 9999)
    let day = CalendarDate.length(ofMonth: month, year: inRange)
    return CalendarDate(year: inRange, month: month, day: day)?.days ?? 0
  }

  /// Year and place in it, from 0, of a unit; also for units before year 0.
  private static func parts(of unit: Int32, per count: Int) -> (year: Int, place: Int) {
    let (quotient, remainder) = Int(unit).quotientAndRemainder(dividingBy: count)
    return remainder < 0 ? (quotient - 1, remainder + count) : (quotient, remainder)
  }
}

extension Period: Comparable {
  /// Earlier first days come first, then earlier last days, then the coarser granularity.
  package static func < (left: Period, right: Period) -> Bool {
    if left.firstDay != right.firstDay { return left.firstDay < right.firstDay }
    if left.lastDay != right.lastDay { return left.lastDay < right.lastDay }
    return left.granularity.rawValue < right.granularity.rawValue
  }
}
