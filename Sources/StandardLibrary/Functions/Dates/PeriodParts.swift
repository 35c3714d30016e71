import Columnar

extension Period {
  /// The quarter it begins in, when it is not longer than one.
  var firstQuarter: Int? {
    granularity == .year || (granularity == .quarter && isSpan) ? nil : (begin.month - 1) / 3 + 1
  }

  /// The month it begins in, when it is not longer than one.
  var firstMonth: Int? {
    switch granularity {
    case .year, .quarter: nil
    case .month, .day: isSpan ? nil : begin.month
    }
  }

  /// The day of the month, when it is one day.
  var firstDayOfMonth: Int? { granularity == .day && !isSpan ? begin.day : nil }

  private var begin: (year: Int, month: Int, day: Int) { CalendarDate(days: firstDay).civil }
}
