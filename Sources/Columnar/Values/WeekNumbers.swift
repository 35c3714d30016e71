/// Weeks as ISO 8601 numbers them: they begin on Monday, and belong to the year of their Thursday.
///
/// 1 January 1970 was a Thursday: the Thursday of the week counted n has n × 7 days since then.
extension Period {
  /// Year and number of a week, counted from that of 1 January 1970.
  package func week(_ unit: Int32) -> (year: Int, number: Int) {
    let thursday = Int32(clamping: Int(unit) * 7)
    let year = CalendarDate(days: thursday).civil.year
    let first = CalendarDate.days(year: year, month: 1, day: 1)
    return (year, (Int(thursday) - first) / 7 + 1)
  }

  /// The week of a year with a number; nil when the year does not have it.
  package static func week(_ number: Int, of year: Int) -> Period? {
    let newYear = CalendarDate.days(year: year, month: 1, day: 1)
    let next = CalendarDate.days(year: year + 1, month: 1, day: 1)
    // The first Thursday of the year, in weeks.
    let first = Self.weeks(newYear)
    guard number >= 1, first + number - 1 < Self.weeks(next),
      let unit = Int32(exactly: first + number - 1)
    else { return nil }
    return Period(.week, unit)
  }

  /// Weeks up to the first Thursday from a day on.
  private static func weeks(_ day: Int) -> Int {
    let up = day + 6
    return (up >= 0 ? up : up - 6) / 7
  }

  /// The days of a year in the week with a number when these are not seven: `2022X000` and its
  /// like. Week 0 holds the days before week 1; days of the next year's first week at the end of
  /// December are of the week after the last.
  static func partOfWeek(_ number: Int, of year: Int) -> Period? {
    let newYear = CalendarDate.days(year: year, month: 1, day: 1)
    let end = CalendarDate.days(year: year + 1, month: 1, day: 1) - 1
    let monday = (Self.weeks(newYear) + number - 1) * 7 - 3
    let (first, last) = (max(monday, newYear), min(monday + 6, end))
    guard number >= 0, first <= last, last - first < 6, let from = Int32(exactly: first),
      let to = Int32(exactly: last)
    else { return nil }
    return Period(.day, from, to, notation: .partOfWeek)
  }

  /// Year and number of a part of a week, as ``partOfWeek(_:of:)`` counts them.
  var partOfWeek: (year: Int, number: Int) {
    let year = CalendarDate(days: first).civil.year
    let newYear = CalendarDate.days(year: year, month: 1, day: 1)
    let monday = Self.weeks(newYear) * 7 - 3
    // Days before week 1 count as week 0.
    return (year, Int(first) < monday ? 0 : (Int(first) - monday) / 7 + 1)
  }
}
