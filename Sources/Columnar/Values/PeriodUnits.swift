extension Period.Granularity {
  /// Its name in the language: `year`, `quarter`, `month`, `week`, `day`.
  package var name: String {
    switch self {
    case .year: "year"
    case .quarter: "quarter"
    case .month: "month"
    case .week: "week"
    case .day: "day"
    }
  }

  /// The granularity with a name, or nil.
  package init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }
}

extension Period {
  /// Whether it is one year, one quarter, and so on.
  package func isUnit(of granularity: Granularity) -> Bool {
    !isSpan && self.granularity == granularity
  }

  /// The year, quarter, month or week a day lies in, or the day itself; days since 1 January 1970.
  package static func unit(_ granularity: Granularity, containing day: Int32) -> Period {
    let (year, month, _) = CalendarDate(days: day).civil
    let unit =
      switch granularity {
      case .year: year
      case .quarter: year * 4 + (month - 1) / 3
      case .month: year * 12 + month - 1
      // Weeks begin on Monday, three days before the Thursday that 1 January 1970 was.
      case .week: Int(((Double(day) + 3) / 7).rounded(.down))
      case .day: Int(day)
      }
    return Period(granularity, Int32(clamping: unit))
  }

  /// The same period as the language writes it, without a mark.
  package var standard: Period { Period(granularity, first, last) }

  /// What it is, with its article: `a quarter`, `a span of years`.
  package var phrase: String {
    isSpan ? "a span of \(granularity.name)s" : "a \(granularity.name)"
  }
}
