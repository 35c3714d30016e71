extension Column {
  /// The periods of a time column: integers are years, dates are days. An integer that no period
  /// holds has none.
  package func periods() -> [Period?] {
    let storage = storage
    return (0..<count).map { row in
      guard reason(at: row) == nil else { return nil }
      switch storage {
      case .integer(let values): return Int32(exactly: values[row]).map { .year(Int($0)) }
      case .date(let values): return Period(.day, values[row])
      case .period(let values): return values[row]
      case .boolean, .number, .text: return nil
      }
    }
  }
}

extension Period {
  /// The period a number of its own length earlier: the step of `prior`, `change` and `growth`.
  package func stepped(back steps: Int) -> Period {
    shifted(by: length * Self.bounded(steps))
  }

  /// The period a number of calendar years earlier: the step of `yoy`; nil for 29 February when
  /// the earlier year has none, and for week 53 likewise.
  package func yearsBack(_ years: Int) -> Period? {
    switch granularity {
    case .year: return shifted(by: Self.bounded(years))
    case .quarter: return shifted(by: Self.bounded(years) * 4)
    case .month: return shifted(by: Self.bounded(years) * 12)
    case .week:
      let years = Self.bounded(years)
      guard let from = weekBack(years, first), let to = weekBack(years, last) else { return nil }
      return Period(.week, from, max(from, to))
    case .day:
      let years = Self.bounded(years)
      guard let from = Self.yearsBack(years, day: first), let to = Self.yearsBack(years, day: last)
      else { return nil }
      return Period(.day, from, to)
    }
  }

  /// A number of steps that stays countable; far beyond any period of data.
  private static func bounded(_ steps: Int) -> Int { min(max(steps, -1_000_000), 1_000_000) }

  private func shifted(by units: Int) -> Period {
    Period(
      granularity, Int32(clamping: Int(first) - units), Int32(clamping: Int(last) - units))
  }

  /// The week with the same number in an earlier year.
  private func weekBack(_ years: Int, _ unit: Int32) -> Int32? {
    let (year, number) = week(unit)
    return Period.week(number, of: year - years)?.first
  }

  private static func yearsBack(_ years: Int, day: Int32) -> Int32? {
    let (year, month, dayOfMonth) = CalendarDate(days: day).civil
    return CalendarDate(year: year - years, month: month, day: dayOfMonth)?.days
  }
}
