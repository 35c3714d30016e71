/// Reads periods written with Dutch words.
enum PeriodWords {
  /// The period of `februari 2020`, `1 mei 2020`, `november 2019 tot en met oktober 2020`,
  /// `1e helft 2016`, `2020 1e kwartaal`, `voorjaar 2020` or `2018 tot begin 2020`, or nil.
  static func parse(_ text: [UInt8]) -> Period? {
    // Most cells of a column of texts are told from a period by their length.
    guard (8...50).contains(text.count) else { return nil }
    let words = String(decoding: text, as: UTF8.self).lowercased()
      .split(separator: " ", omittingEmptySubsequences: false)
    switch words.count {
    case 2:
      return month(words[0], words[1]).map { Period(.month, $0, notation: .monthName) }
        ?? season(words[0], words[0], words[1])
    case 3 where words[1] == "helft":
      guard let half = ordinal(words[0], to: 2), let year = year(words[2]) else { return nil }
      let first = year * 4 + half * 2
      return Period(.quarter, first, first + 1, notation: .half)
    case 3 where words[2] == "kwartaal":
      guard let quarter = ordinal(words[1], to: 4), let year = year(words[0]) else { return nil }
      return Period(.quarter, year * 4 + quarter, notation: .ordinalQuarter)
    case 3: return day(words)
    case 4 where words[1] == "tot" && words[2] == "begin":
      guard let from = year(words[0]), let to = year(words[3]), from < to else { return nil }
      return Period(.year, from, to - 1, notation: .untilStart)
    case 5 where words[1] == "en" && words[3] == "van" && words[0] != words[2]:
      return season(words[0], words[2], words[4])
    case 7 where words[2...4].elementsEqual(["tot", "en", "met"]):
      guard let from = month(words[0], words[1]), let to = month(words[5], words[6]), from <= to
      else { return nil }
      return Period(.month, from, to, notation: .throughMonthNames)
    default: return nil
    }
  }

  private static func day(_ words: [Substring]) -> Period? {
    guard let month = month(words[1], words[2]), words[0].utf8.count <= 2,
      words[0].utf8.first != UInt8(ascii: "0"),
      let day = PeriodParser.number(ArraySlice(words[0].utf8)),
      let date = CalendarDate(year: Int(month) / 12, month: Int(month) % 12 + 1, day: Int(day))
    else { return nil }
    return Period(.day, date.days, notation: .dayName)
  }

  /// The seasons that lie within a year, with their first month counted from 0: in the reckoning of
  /// the weather a season is three whole months.
  static let seasons: [(name: String, month: Int32)] = [
    ("voorjaar", 2), ("zomer", 5), ("najaar", 8),
  ]

  /// From the first month of a season up to the last of the same or the next one.
  private static func season(_ first: Substring, _ last: Substring, _ year: Substring) -> Period? {
    guard let from = seasons.firstIndex(where: { $0.name == first }),
      let to = seasons.firstIndex(where: { $0.name == last }), to == from || to == from + 1,
      let year = self.year(year)
    else { return nil }
    return Period(
      .month, year * 12 + seasons[from].month, year * 12 + seasons[to].month + 2,
      notation: .seasons)
  }

  /// Months since year 0.
  private static func month(_ name: Substring, _ year: Substring) -> Int32? {
    guard let index = Period.monthNames.firstIndex(of: String(name)), let year = self.year(year)
    else { return nil }
    return year * 12 + Int32(index)
  }

  /// A year of four digits.
  private static func year(_ digits: Substring) -> Int32? {
    guard digits.utf8.count == 4, let year = PeriodParser.number(ArraySlice(digits.utf8)), year >= 1
    else { return nil }
    return year
  }

  /// `1e` up to the last, counted from 0.
  private static func ordinal(_ word: Substring, to last: Int32) -> Int32? {
    (0..<last).first { word == "\($0 + 1)e" }
  }
}
