import Columnar

/// Booleans, dates and periods as files write them.
enum SimpleValues {
  /// The value of a type for which a text stands, or nil; numbers are read elsewhere.
  static func value(_ cell: Cell, _ type: DataType, isDeclared: Bool) -> Value? {
    switch type {
    case .boolean: boolean(cell).map(Value.boolean)
    case .date: date(cell, isDeclared: isDeclared).map(Value.date)
    case .period: PeriodParser.parse(cell.text).map(Value.period)
    case .text, .integer, .number: .text(cell.text)
    }
  }

  /// `true` and `false`, also with a capital or in capitals.
  static func boolean(_ cell: Cell) -> Bool? {
    guard cell.count == 4 || cell.count == 5 else { return nil }
    switch cell.text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return nil
    }
  }

  /// `2020-05-01`; in a column declared to hold dates also `1-5-2020`, day first.
  static func date(_ cell: Cell, isDeclared: Bool) -> CalendarDate? {
    guard (8...10).contains(cell.count) else { return nil }
    let parts = cell.bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let sizes = parts.map(\.count)
    guard let first = number(parts[0]), let second = number(parts[1]), let third = number(parts[2])
    else { return nil }
    if sizes == [4, 2, 2] { return CalendarDate(year: first, month: second, day: third) }
    guard isDeclared, sizes[2] == 4, sizes[0] <= 2, sizes[1] <= 2 else { return nil }
    return CalendarDate(year: third, month: second, day: first)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...4).contains(digits.count) else { return nil }
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }
}
