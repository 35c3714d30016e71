import Columnar

/// Writes the number of a cell as a delimited file would have it.
///
/// A cell holds a 64-bit float written with up to 17 digits: 5.1 as `5.0999999999999996`. The
/// shortest text of the same float is what was typed, and what keeps decimals exact.
struct CellNumber: Sendable {
  /// Whether days count from 1904 (old workbooks of the Macintosh) instead of 1900.
  let countsFrom1904: Bool
  let decimalMark: UInt8

  /// The text of a number in a format, or nil when it is no number.
  func text(_ bytes: [UInt8], _ format: CellFormat) -> [UInt8]? {
    if format == .number, Self.isPlainInteger(bytes) { return bytes }
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else {
      return nil
    }
    switch format {
    case .number: return number(value)
    case .code(let digits):
      let plain = number(value)
      guard value >= 0, plain.allSatisfy({ $0 &- 0x30 < 10 }) else { return plain }
      return [UInt8](repeating: 0x30, count: max(0, digits - plain.count)) + plain
    case .date: return day(value, isTime: false) ?? number(value)
    case .time: return day(value, isTime: true) ?? number(value)
    }
  }

  /// Digits without a leading zero, with or without a minus.
  private static func isPlainInteger(_ bytes: [UInt8]) -> Bool {
    let digits = bytes.first == 0x2D ? bytes[1...] : bytes[...]
    guard let first = digits.first, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
    return first != 0x30 || bytes == [0x30]
  }

  private func number(_ value: Double) -> [UInt8] {
    // Up to 2^53 every whole number is exact.
    if value.rounded(.towardZero) == value, abs(value) <= 0x1p53 {
      return Array(String(Int64(value)).utf8)
    }
    var text = Array(value.description.utf8)
    if let exponent = text.firstIndex(of: UInt8(ascii: "e")) { text = plain(text, exponent) }
    if decimalMark != 0x2E, let point = text.firstIndex(of: 0x2E) { text[point] = decimalMark }
    return text
  }

  /// A small number without its exponent, so that its decimals can be counted: 2.5e-05 is
  /// 0.000025. What would have more than twenty decimals stays as it is.
  private func plain(_ text: [UInt8], _ mark: Int) -> [UInt8] {
    guard let exponent = Int(String(decoding: text[(mark + 1)...], as: UTF8.self)),
      (-20..<0).contains(exponent)
    else { return text }
    let isNegative = text[0] == 0x2D
    let digits = text[..<mark].filter { $0 &- 0x30 < 10 }
    let zeros = [UInt8](repeating: 0x30, count: -exponent - 1)
    return (isNegative ? [0x2D] : []) + [0x30, 0x2E] + zeros + digits
  }

  /// A count of days as `2020-05-01`, with the time behind it when there is one; nil outside the
  /// years 1900 to 9999.
  ///
  /// The count from 1900 has a 29 February in that year, which never was, so that from day 61 on
  /// it is one ahead. Day 60 and day 0 are written as spreadsheets show them: no column of dates
  /// takes them, and the fault names their cell.
  private func day(_ value: Double, isTime: Bool) -> [UInt8]? {
    guard value >= 0, value < 2_958_466 else { return nil }
    var days = Int(value.rounded(.down))
    var seconds = Int(((value - Double(days)) * 86_400).rounded())
    if seconds == 86_400 { (days, seconds) = (days + 1, 0) }
    if isTime, days == 0 { return Array(Self.clock(seconds).utf8) }
    guard let date = date(days) else { return nil }
    return Array((seconds == 0 ? date : date + " " + Self.clock(seconds)).utf8)
  }

  private func date(_ days: Int) -> String? {
    // Days from 1 January 1970 back to the day before the first one.
    if countsFrom1904 { return civil(days - 24_107) }
    if days == 0 { return "1900-01-00" }
    if days == 60 { return "1900-02-29" }
    return civil(days - (days < 60 ? 25_568 : 25_569))
  }

  private func civil(_ days: Int) -> String? {
    let date = CalendarDate(days: Int32(clamping: days))
    return date.civil.year <= 9999 ? date.text : nil
  }

  private static func clock(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }
}
