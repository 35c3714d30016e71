/// Reads the period texts of Dutch statistics: literals of the language, the monitor's own texts
/// and CBS codes.
package enum PeriodParser {
  /// The period a text stands for, or nil.
  ///
  /// Read are `2020`, `2020Q1`, `2020-05`, `2020-05-01`, spans of two of these with `..`,
  /// `2014 tm 2019`, `02-2019 t/m 01-2020`, `februari 2020`, `1 mei 2020`,
  /// `november 2019 tot en met oktober 2020`, `1e helft 2016`, `2020 1e kwartaal`, `2022-W05`,
  /// `voorjaar en zomer van 2020`, `2018 tot begin 2020`, `2021K1`, `2021-Q1`, `2021 K1`, `Q1 2021`,
  /// `2021M05`, and the codes of CBS: `2020JJ00`,
  /// `2021KW02`, `2016MM04`, `2022W105`, `2022X000`, `20060101`. One or two `*` behind a period
  /// mark its figures as provisional. All but capitals print back as they were written.
  package static func parse(_ text: String) -> Period? {
    var bytes = trim(Array(text.utf8))
    var stars: UInt8 = 0
    while stars < 2, bytes.last == UInt8(ascii: "*") {
      bytes.removeLast()
      stars += 1
    }
    let mark = Period.Mark(rawValue: stars) ?? .none
    guard mark != .none else { return plain(bytes) }
    return bytes.last == 0x20 ? nil : plain(bytes)?.marked(mark)
  }

  /// A period without mark.
  private static func plain(_ trimmed: [UInt8]) -> Period? {
    if let single = unit(trimmed[...]) { return single }
    if let span = span(trimmed, separator: Array("..".utf8), notation: .standard) { return span }
    if let span = span(trimmed, separator: Array(" tm ".utf8), notation: .tm) { return span }
    if let span = span(trimmed, separator: Array(" t/m ".utf8), notation: .throughMonths) {
      return span
    }
    return ShortPeriods.parse(trimmed) ?? PeriodWords.parse(trimmed)
  }

  /// A period of one unit: year, quarter, month, day, month-first month or CBS code.
  private static func unit(_ text: ArraySlice<UInt8>) -> Period? {
    let bytes = Array(text)
    guard bytes.count >= 4, let year = number(bytes[0..<4]), year >= 1 else {
      return monthFirst(bytes)
    }
    switch bytes.count {
    case 4: return Period(.year, year)
    case 6 where bytes[4] == UInt8(ascii: "Q") || bytes[4] == UInt8(ascii: "q"):
      guard let quarter = number(bytes[5..<6]), (1...4).contains(quarter) else { return nil }
      return Period(.quarter, year * 4 + quarter - 1)
    case 7 where bytes[4] == UInt8(ascii: "-"):
      guard let month = number(bytes[5..<7]), (1...12).contains(month) else { return nil }
      return Period(.month, year * 12 + month - 1)
    case 8 where bytes[4] == UInt8(ascii: "-"):
      guard bytes[5] == UInt8(ascii: "W") || bytes[5] == UInt8(ascii: "w"),
        let week = number(bytes[6..<8])
      else { return nil }
      return Period.week(Int(week), of: Int(year))
    case 8: return cbs(year, bytes)
    case 10 where bytes[4] == UInt8(ascii: "-") && bytes[7] == UInt8(ascii: "-"):
      guard let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
        let date = CalendarDate(year: Int(year), month: Int(month), day: Int(day))
      else { return nil }
      return Period(.day, date.days)
    default: return nil
    }
  }

  private static func cbs(_ year: Int32, _ bytes: [UInt8]) -> Period? {
    guard let unit = number(bytes[6..<8]) else { return nil }
    if let month = number(bytes[4..<6]) {
      return CalendarDate(year: Int(year), month: Int(month), day: Int(unit)).map {
        Period(.day, $0.days, notation: .cbs)
      }
    }
    switch String(decoding: bytes[4..<6], as: UTF8.self) {
    case "JJ": return unit == 0 ? Period(.year, year, notation: .cbs) : nil
    case "KW":
      return (1...4).contains(unit)
        ? Period(.quarter, year * 4 + unit - 1, notation: .cbs) : nil
    case "MM":
      return (1...12).contains(unit)
        ? Period(.month, year * 12 + unit - 1, notation: .cbs) : nil
    case "W1":
      return Period.week(Int(unit), of: Int(year)).map {
        Period(.week, $0.first, notation: .cbs)
      }
    case "X0": return Period.partOfWeek(Int(unit), of: Int(year))
    default: return nil
    }
  }

  /// `02-2019`
  private static func monthFirst(_ bytes: [UInt8]) -> Period? {
    guard bytes.count == 7, bytes[2] == UInt8(ascii: "-"),
      let month = number(bytes[0..<2]), (1...12).contains(month),
      let year = number(bytes[3..<7]), year >= 1
    else { return nil }
    return Period(.month, year * 12 + month - 1, notation: .monthFirst)
  }

  private static func span(
    _ text: [UInt8], separator: [UInt8], notation: Period.Notation
  ) -> Period? {
    guard text.count > separator.count else { return nil }
    for start in 1..<(text.count - separator.count)
    where text[start..<(start + separator.count)].elementsEqual(separator) {
      guard let from = unit(text[..<start]), let to = unit(text[(start + separator.count)...]),
        from.granularity == to.granularity, from.first <= to.first
      else { return nil }
      return Period(from.granularity, from.first, to.last, notation: notation)
    }
    return nil
  }

  /// A number of decimal digits only.
  static func number(_ digits: ArraySlice<UInt8>) -> Int32? {
    guard !digits.isEmpty, digits.count <= 8 else { return nil }
    var value: Int32 = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int32(digit - 0x30)
    }
    return value
  }

  private static func trim(_ text: [UInt8]) -> [UInt8] {
    guard let first = text.firstIndex(where: { $0 != 0x20 }),
      let last = text.lastIndex(where: { $0 != 0x20 })
    else { return [] }
    return Array(text[first...last])
  }
}
