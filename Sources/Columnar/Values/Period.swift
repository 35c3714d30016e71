/// A stretch of calendar time: a year, quarter, month, week or day, or a span of several of them.
///
/// `first` and `last` count units of the granularity: years as written, quarters and months from
/// year 0 (`year * 4 + quarter - 1`, `year * 12 + month - 1`), weeks of ISO 8601 and days from
/// the one of 1 January 1970. Invariant: `first <= last`. Two periods are equal when they are the
/// same stretch in the same granularity, however they were written and marked.
@frozen
package struct Period: Hashable, Sendable {
  /// The unit a period is counted in.
  package enum Granularity: UInt8, CaseIterable, Hashable, Sendable {
    case year, quarter, month, week, day
  }

  /// How the source wrote a period, so that it prints back unchanged.
  package enum Notation: UInt8, Hashable, Sendable {
    /// `2020`, `2020Q1`, `2020-05`, `2020-05-01`, `2014..2019`
    case standard
    /// `2014 tm 2019`
    case tm
    /// `02-2019 t/m 01-2020`, `2014 t/m 2019`
    case throughMonths
    /// `02-2019`
    case monthFirst
    /// `februari 2020`
    case monthName
    /// `november 2019 tot en met oktober 2020`
    case throughMonthNames
    /// `1 mei 2020`
    case dayName
    /// `1e helft 2016`: two quarters
    case half
    /// `2020 1e kwartaal`
    case ordinalQuarter
    /// `2020JJ00`, `2020KW01`, `2020MM05`, `2022W105`, `20060101`
    case cbs
    /// `2022X000`: the days of a week that lie in the year when not all seven do
    case partOfWeek
    /// `voorjaar 2020`, `voorjaar en zomer van 2020`: the seasons of the weather, whole months
    case seasons
    /// `2018 tot begin 2020`: the years before the last
    case untilStart
    /// `2021K1`, `2021-Q1`, `2021-K1`
    case quarterK, dashedQuarter, dashedQuarterK
    /// `2021 Q1`, `2021 K1`, `Q1 2021`, `K1 2021`
    case spacedQuarter, spacedQuarterK, quarterFirst, quarterKFirst
    /// `2021M05`, `2021-M05`
    case monthM, dashedMonthM
  }

  /// What the source says of the figures of a period.
  package enum Mark: UInt8, Hashable, Sendable {
    case none
    /// `2022*`: provisional
    case provisional
    /// `2022**`: provisional, and revised once
    case revised
  }

  package let granularity: Granularity
  package let first: Int32
  package let last: Int32
  package let notation: Notation
  /// Whether its figures are provisional; takes no part in what is equal.
  package let mark: Mark

  /// Makes a period; a last unit before the first is raised to it.
  package init(
    _ granularity: Granularity, _ first: Int32, _ last: Int32? = nil,
    notation: Notation = .standard, mark: Mark = .none
  ) {
    self.granularity = granularity
    self.first = first
    self.last = max(first, last ?? first)
    self.notation = notation
    self.mark = mark
  }

  /// The same period with a mark.
  package func marked(_ mark: Mark) -> Period {
    Period(granularity, first, last, notation: notation, mark: mark)
  }

  /// A calendar year.
  package static func year(_ year: Int) -> Period { Period(.year, Int32(clamping: year)) }

  /// Whether it covers more than one unit.
  package var isSpan: Bool { first != last }

  /// The number of units covered.
  package var length: Int { Int(last) - Int(first) + 1 }

  /// The first day, days since 1 January 1970.
  package var firstDay: Int32 { Int32(clamping: Self.firstDay(of: Int(first), granularity)) }

  /// The last day, days since 1 January 1970.
  package var lastDay: Int32 {
    Int32(clamping: Self.firstDay(of: Int(last) + 1, granularity) - 1)
  }

  /// Whether another is equal and prints the same: written and marked in one way.
  package func isWritten(like other: Period) -> Bool {
    self == other && notation == other.notation && mark == other.mark
  }

  /// The calendar year it begins in; of a week the year that counts it, which has its Thursday.
  package var startYear: Int {
    granularity == .week ? week(first).year : CalendarDate(days: firstDay).civil.year
  }

  /// Whether the two share a day.
  package func overlaps(_ other: Period) -> Bool {
    firstDay <= other.lastDay && other.firstDay <= lastDay
  }

  /// Whether two periods last equally long: compared in months, or in days when either is counted
  /// in days, so that a leap year is as long as any other.
  package func hasLength(of other: Period) -> Bool {
    if let months, let otherMonths = other.months { return months == otherMonths }
    return Int(lastDay) - Int(firstDay) == Int(other.lastDay) - Int(other.firstDay)
  }

  /// The number of months covered; nil when counted in weeks or days.
  private var months: Int? {
    switch granularity {
    case .year: length * 12
    case .quarter: length * 3
    case .month: length
    case .week, .day: nil
    }
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

  /// The first day of a unit, also beyond the years a date can have.
  private static func firstDay(of unit: Int, _ granularity: Granularity) -> Int {
    switch granularity {
    case .year: CalendarDate.days(year: unit, month: 1, day: 1)
    case .quarter: CalendarDate.days(year: unit.floored(4), month: unit.modulo(4) * 3 + 1, day: 1)
    case .month: CalendarDate.days(year: unit.floored(12), month: unit.modulo(12) + 1, day: 1)
    case .week: unit * 7 - 3
    case .day: unit
    }
  }
}

extension Int {
  /// The quotient rounded down, for a positive divisor.
  fileprivate func floored(_ divisor: Int) -> Int {
    (self >= 0 ? self : self - divisor + 1) / divisor
  }

  /// What is left after ``floored(_:)``, never negative.
  fileprivate func modulo(_ divisor: Int) -> Int { self - floored(divisor) * divisor }
}

extension Period: Comparable {
  /// Earlier first days come first, then earlier last days, then the coarser granularity.
  package static func < (left: Period, right: Period) -> Bool {
    if left.firstDay != right.firstDay { return left.firstDay < right.firstDay }
    if left.lastDay != right.lastDay { return left.lastDay < right.lastDay }
    if left.granularity != right.granularity {
      return left.granularity.rawValue < right.granularity.rawValue
    }
    // Years beyond all days an `Int32` can count.
    return left.first == right.first ? left.last < right.last : left.first < right.first
  }
}
