extension Period {
  /// The period as its source wrote it.
  package var text: String {
    switch mark {
    case .none: plainText
    case .provisional: plainText + "*"
    case .revised: plainText + "**"
    }
  }

  /// The period without its mark.
  private var plainText: String {
    switch notation {
    case .standard:
      return isSpan
        ? "\(unitText(first))..\(unitText(last))" : unitText(first)
    case .tm: return "\(unitText(first)) tm \(unitText(last))"
    case .throughMonths:
      return "\(monthFirst(first)) t/m \(monthFirst(last))"
    case .monthFirst: return monthFirst(first)
    case .monthName: return monthName(first)
    case .throughMonthNames: return "\(monthName(first)) tot en met \(monthName(last))"
    case .dayName:
      let (year, month, day) = CalendarDate(days: first).civil
      return "\(day) \(Self.monthNames[month - 1]) \(padded(year, 4))"
    case .half: return "\(first % 4 == 0 ? 1 : 2)e helft \(padded(Int(first) / 4, 4))"
    case .ordinalQuarter:
      return "\(padded(Int(first) / 4, 4)) \(Int(first) % 4 + 1)e kwartaal"
    case .cbs: return cbsText
    case .partOfWeek:
      let (year, number) = partOfWeek
      return "\(padded(year, 4))X0\(padded(number, 2))"
    case .quarterK, .dashedQuarter, .dashedQuarterK, .spacedQuarter, .spacedQuarterK,
      .quarterFirst, .quarterKFirst, .monthM, .dashedMonthM:
      return ShortPeriods.text(self) ?? unitText(first)
    case .untilStart: return "\(padded(Int(first), 4)) tot begin \(padded(Int(last) + 1, 4))"
    case .seasons:
      let names = PeriodWords.seasons.filter { season in
        (first...last).contains(first - first % 12 + season.month)
      }.map(\.name)
      let year = padded(Int(first) / 12, 4)
      return names.joined(separator: " en ") + (names.count > 1 ? " van " : " ") + year
    }
  }

  /// Dutch month names, January first.
  package static let monthNames = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
  ]

  private func unitText(_ unit: Int32) -> String {
    let value = Int(unit)
    switch granularity {
    case .year: return padded(value, 4)
    case .quarter: return "\(padded(value / 4, 4))Q\(value % 4 + 1)"
    case .month: return "\(padded(value / 12, 4))-\(padded(value % 12 + 1, 2))"
    case .week:
      let (year, number) = week(unit)
      return "\(padded(year, 4))-W\(padded(number, 2))"
    case .day: return CalendarDate(days: unit).text
    }
  }

  private func monthFirst(_ unit: Int32) -> String {
    guard granularity == .month else { return unitText(unit) }
    return "\(padded(Int(unit) % 12 + 1, 2))-\(padded(Int(unit) / 12, 4))"
  }

  private func monthName(_ unit: Int32) -> String {
    "\(Self.monthNames[Int(unit) % 12]) \(padded(Int(unit) / 12, 4))"
  }

  private var cbsText: String {
    let value = Int(first)
    switch granularity {
    case .year: return "\(padded(value, 4))JJ00"
    case .quarter: return "\(padded(value / 4, 4))KW\(padded(value % 4 + 1, 2))"
    case .month: return "\(padded(value / 12, 4))MM\(padded(value % 12 + 1, 2))"
    case .week:
      let (year, number) = week(first)
      return "\(padded(year, 4))W1\(padded(number, 2))"
    case .day: return CalendarDate(days: first).text.filter { $0 != "-" }
    }
  }
}
