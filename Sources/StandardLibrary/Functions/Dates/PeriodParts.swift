import Columnar

extension Period {
  /// The quarter it begins in, when it is not longer than one.
  var firstQuarter: Int? {
    switch granularity {
    case .year: nil
    case .quarter where isSpan: nil
    case .week where firstDay.quarterOfYear != lastDay.quarterOfYear: nil
    case .quarter, .month, .week, .day: firstDay.quarterOfYear
    }
  }

  /// The month it begins in, when it is not longer than one.
  var firstMonth: Int? {
    switch granularity {
    case .year, .quarter: nil
    case .week: begin.month == CalendarDate(days: lastDay).civil.month ? begin.month : nil
    case .month, .day: isSpan ? nil : begin.month
    }
  }

  /// The day of the month, when it is one day.
  var firstDayOfMonth: Int? { granularity == .day && !isSpan ? begin.day : nil }

  private var begin: (year: Int, month: Int, day: Int) { CalendarDate(days: firstDay).civil }
}

extension Int32 {
  /// The quarter of a day, counted in days since 1 January 1970.
  fileprivate var quarterOfYear: Int { (CalendarDate(days: self).civil.month - 1) / 3 + 1 }
}
