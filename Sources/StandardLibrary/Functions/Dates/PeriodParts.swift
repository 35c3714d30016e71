import Columnar

extension Period {
  /// The quarter all its days lie in, from 1; nil when it is longer than that.
  var quarter: Int? {
    guard begin.year == end.year else { return nil }
    let (first, last) = ((begin.month - 1) / 3, (end.month - 1) / 3)
    return first == last ? first + 1 : nil
  }

  /// The month all its days lie in, from 1; nil when it is longer than that.
  var month: Int? {
    begin.year == end.year && begin.month == end.month ? begin.month : nil
  }

  /// The day of the month, when it is one day.
  var dayOfMonth: Int? { granularity == .day && !isSpan ? begin.day : nil }

  private var begin: (year: Int, month: Int, day: Int) { CalendarDate(days: firstDay).civil }
  private var end: (year: Int, month: Int, day: Int) { CalendarDate(days: lastDay).civil }
}
