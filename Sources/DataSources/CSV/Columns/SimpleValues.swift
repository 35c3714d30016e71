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

  /// `2020-05-01`, also with a midnight behind it; in a column declared to hold dates also
  /// `1-5-2020`, `1/5/2020` and `1.5.2020`, day first.
  static func date(_ cell: Cell, isDeclared: Bool) -> CalendarDate? {
    guard (8...32).contains(cell.count) else { return nil }
    let bytes = cell.bytes
    if bytes.count > 10 {
      guard isMidnight(bytes[10...]) else { return nil }
    }
    let parts = bytes.prefix(10).split(omittingEmptySubsequences: false) { byte in
      byte == UInt8(ascii: "-")
        || isDeclared && (byte == UInt8(ascii: "/") || byte == UInt8(ascii: "."))
    }
    guard parts.count == 3 else { return nil }
    let sizes = parts.map(\.count)
    guard let first = number(parts[0]), let second = number(parts[1]), let third = number(parts[2])
    else { return nil }
    if sizes == [4, 2, 2] { return CalendarDate(year: first, month: second, day: third) }
    guard isDeclared, sizes[2] == 4, sizes[0] <= 2, sizes[1] <= 2 else { return nil }
    return CalendarDate(year: third, month: second, day: first)
  }

  /// `T00:00:00` or ` 00:00`, with zeros behind the second and `Z`: a date as systems export it.
  private static func isMidnight(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let mark = bytes.first, mark == UInt8(ascii: "T") || mark == UInt8(ascii: " ") else {
      return false
    }
    var time = bytes.dropFirst()
    if time.last == UInt8(ascii: "Z") { time.removeLast() }
    let form = Array("00:00:00.".utf8)
    return time.count >= 5 && time.count != 7 && time.count != 6 && time.count != 9
      && zip(time, form).allSatisfy { $0 == $1 }
      && time.dropFirst(form.count).allSatisfy { $0 == UInt8(ascii: "0") }
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
