import Columnar
import Testing

@Suite("Dates")
struct CalendarDateTests {
  @Test(
    "Known days",
    arguments: [
      (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017),
      (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896), (2022, 3, 24, 19_075), (1900, 3, 1, -25_508),
      (1582, 10, 15, -141_427), (2024, 12, 31, 20_088), (1600, 2, 29, -135_081),
    ])
  func known(year: Int, month: Int, day: Int, days: Int32) {
    let date = CalendarDate(year: year, month: month, day: day)
    #expect(date?.days == days)
    #expect(date.map { $0.civil == (year, month, day) } ?? false)
  }

  @Test(
    "Days that are none",
    arguments: [
      (0, 1, 1), (-5, 1, 1), (10_000, 1, 1), (2021, 2, 29), (1900, 2, 29), (2020, 0, 1),
      (2020, 13, 1), (2020, 4, 31), (2020, 1, 0), (2020, 1, 32), (2020, Int.max, 1),
      (2020, 1, Int.min),
    ])
  func none(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test("Every day of 1 to 9999 follows the one before and comes back")
  func roundTrip() {
    var expected = CalendarDate(year: 1, month: 1, day: 1)?.days ?? 0
    var faults = 0
    for year in 1...9999 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (month, length) in lengths.enumerated() {
        for day in [1, 2, 15, length] {
          let date = CalendarDate(year: year, month: month + 1, day: day)
          if date?.days != expected + Int32(day) - 1 { faults += 1 }
          if let date, date.civil != (year, month + 1, day) { faults += 1 }
        }
        if CalendarDate.length(ofMonth: month + 1, year: year) != length { faults += 1 }
        expected += Int32(length)
      }
    }
    #expect(faults == 0)
    #expect(expected == 2_932_897)
  }

  @Test(
    "Texts",
    arguments: [(2020, 5, 1, "2020-05-01"), (1, 12, 31, "0001-12-31"), (9999, 1, 1, "9999-01-01")])
  func text(year: Int, month: Int, day: Int, text: String) {
    #expect(CalendarDate(year: year, month: month, day: day)?.text == text)
  }

  @Test(
    "Days of any number have a year, month and day", arguments: [Int32.min, -800_000, Int32.max])
  func extremes(days: Int32) {
    let (_, month, day) = CalendarDate(days: days).civil
    #expect((1...12).contains(month) && (1...31).contains(day))
  }
}
