import Columnar

extension RandomNumbers {
  /// A value of a type; few different ones, so that they repeat; one in six missing.
  mutating func value(_ type: DataType) -> Value {
    if next(6) == 0 { return .missing(MissingReason.allCases[next(14)]) }
    switch type {
    case .boolean: return .boolean(next(2) == 0)
    case .integer: return .integer([0, -1, 1, Int64.max, Int64.min, 7][next(6)])
    case .number: return .number([0, -0.5, 1e300, 2.25, -1e-300, 7][next(6)])
    case .text: return .text(["", "a", "é", "e\u{301}", "B", "'s-Gravenhage"][next(6)])
    case .date: return .date(CalendarDate(days: Int32(next(5)) - 2))
    case .period: return .period(Period([.year, .month][next(2)], Int32(2018 + next(3))))
    }
  }

  mutating func values(_ type: DataType, _ count: Int) -> [Value] {
    (0..<count).map { _ in value(type) }
  }
}

/// A column of values.
func column(_ type: DataType, _ values: [Value]) -> Column {
  var builder = ColumnBuilder(type)
  for value in values { builder.append(value) }
  return builder.finish()
}

extension Column {
  /// All values, for comparing.
  var values: [Value] { (0..<count).map { value(at: $0) } }
}
