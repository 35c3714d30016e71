import Columnar
import Testing

@Suite("Periods")
struct PeriodTests {
  @Test(
    "Texts of the monitor and of CBS parse and print back unchanged",
    arguments: [
      ("2018", "2018-01-01", "2018-12-31"), ("2014 tm 2019", "2014-01-01", "2019-12-31"),
      ("02-2019 t/m 01-2020", "2019-02-01", "2020-01-31"),
      ("04-2019 t/m 04-2021", "2019-04-01", "2021-04-30"),
      ("2014 t/m 2019", "2014-01-01", "2019-12-31"),
      ("02-2019 t/m 02-2019", "2019-02-01", "2019-02-28"), ("02-2019", "2019-02-01", "2019-02-28"),
      ("februari 2020", "2020-02-01", "2020-02-29"), ("1 mei 2020", "2020-05-01", "2020-05-01"),
      ("31 december 1999", "1999-12-31", "1999-12-31"),
      ("november 2019 tot en met oktober 2020", "2019-11-01", "2020-10-31"),
      ("1e helft 2016", "2016-01-01", "2016-06-30"), ("2e helft 2016", "2016-07-01", "2016-12-31"),
      ("2020 1e kwartaal", "2020-01-01", "2020-03-31"),
      ("2020 4e kwartaal", "2020-10-01", "2020-12-31"),
      ("2020JJ00", "2020-01-01", "2020-12-31"), ("2021KW02", "2021-04-01", "2021-06-30"),
      ("2016MM04", "2016-04-01", "2016-04-30"), ("2020Q3", "2020-07-01", "2020-09-30"),
      ("2020-02", "2020-02-01", "2020-02-29"), ("2020-05-01", "2020-05-01", "2020-05-01"),
      ("2014..2019", "2014-01-01", "2019-12-31"), ("2020-11..2021-02", "2020-11-01", "2021-02-28"),
      ("2020Q4..2021Q1", "2020-10-01", "2021-03-31"), ("0001", "0001-01-01", "0001-12-31"),
      ("9999", "9999-01-01", "9999-12-31"), ("9999-12", "9999-12-01", "9999-12-31"),
      ("9999Q4", "9999-10-01", "9999-12-31"),
      ("2022*", "2022-01-01", "2022-12-31"), ("2022**", "2022-01-01", "2022-12-31"),
      ("2020 1e kwartaal*", "2020-01-01", "2020-03-31"),
      ("2014 tm 2019*", "2014-01-01", "2019-12-31"),
      ("2022-W05", "2022-01-31", "2022-02-06"), ("2020-W53", "2020-12-28", "2021-01-03"),
      ("2020-W01", "2019-12-30", "2020-01-05"), ("0001-W01", "0001-01-01", "0001-01-07"),
      ("2022W105", "2022-01-31", "2022-02-06"), ("2022X000", "2022-01-01", "2022-01-02"),
      ("2020X053", "2020-12-28", "2020-12-31"), ("2020X001", "2020-01-01", "2020-01-05"),
      ("2019X053", "2019-12-30", "2019-12-31"), ("20060101", "2006-01-01", "2006-01-01"),
      ("2020-W01..2020-W04", "2019-12-30", "2020-01-26"),
      ("voorjaar 2020", "2020-03-01", "2020-05-31"),
      ("voorjaar en zomer van 2020", "2020-03-01", "2020-08-31"),
      ("zomer en najaar van 2020", "2020-06-01", "2020-11-30"),
      ("2018 tot begin 2020", "2018-01-01", "2019-12-31"),
      ("2021K1", "2021-01-01", "2021-03-31"), ("2021-Q4", "2021-10-01", "2021-12-31"),
      ("2021-K2", "2021-04-01", "2021-06-30"), ("2021 Q3", "2021-07-01", "2021-09-30"),
      ("2021 K3*", "2021-07-01", "2021-09-30"), ("Q1 2021", "2021-01-01", "2021-03-31"),
      ("K4 2021", "2021-10-01", "2021-12-31"), ("2021M05", "2021-05-01", "2021-05-31"),
      ("2021-M12", "2021-12-01", "2021-12-31"),
    ])
  func parse(text: String, from: String, to: String) throws {
    let period = try #require(PeriodParser.parse(text))
    #expect(period.text == text)
    #expect(CalendarDate(days: period.firstDay).text == from)
    #expect(CalendarDate(days: period.lastDay).text == to)
    #expect(PeriodParser.parse("  \(text) ") == period)
  }

  @Test(
    "What is no period, or not certain, is none",
    arguments: [
      "", " ", "20", "202", "20201", "0000", "2020-13", "2020-00", "2020-1", "2020Q0", "2020Q5",
      "2020Q", "2021K0", "2021K5", "2021K", "2021-Q", "2021-Q5", "2021  Q1", "Q1  2021", "Q5 2021",
      "Q12021",
      "2021M13", "2021M5", "2021M00", "2021-M5", "M05 2021", "K1 0000", "2021K1..2021K2", "2021É1",
      "2020-02-30", "2021-02-29", "2020JJ01", "2020KW05", "2020KW00", "2020MM13", "2020XX01",
      "13-2019",
      "2019 tm 2014", "2014 tm", "tm 2014", "2014 tm 2015 tm 2016", "2014..2020-05", "2014..",
      "..2014",
      "Sprokkelmaand 2020", "februari", "februari 20", "februari  2020", "0 mei 2020",
      "31 april 2020",
      "01 mei 2020", "1 mei", "3e helft 2016", "0e helft 2016", "1 helft 2016", "5e kwartaal 2020",
      "2020 5e kwartaal", "mei 2020 tot en met april 2020", "voorjaar en najaar van 2020",
      "zomer en voorjaar van 2020", "winter 2020", "voorjaar en voorjaar van 2020",
      "2020 tot begin 2018", "2020 tot begin 2020", "2022***", "2022 *", "*", "**", "*2022",
      "2022W100", "2022W153", "2022X053", "2018X000", "2022X001", "2022-W00", "2022-W53",
      "2022-W5", "2022-X05", "20221301", "20220230", "-2020", "２０２０", "2020\0", "1e5",
      "mei 2020 tot en met", "é", "12345678", "2020-05-01T00:00",
    ])
  func none(text: String) {
    #expect(PeriodParser.parse(text) == nil)
  }

  @Test(
    "Weeks follow each other, and each has its days and its number", arguments: [1, 1969, 2020])
  func weeks(start: Int) throws {
    var week = try #require(Period.week(1, of: start))
    for _ in 0..<2200 {
      let next = week.stepped(back: -1)
      #expect(next.firstDay == week.lastDay + 1 && week.lastDay - week.firstDay == 6)
      let (year, number) = week.week(week.first)
      #expect(Period.week(number, of: year) == week && (1...53).contains(number))
      #expect(PeriodParser.parse(week.text) == week && week.startYear == year)
      week = next
    }
  }

  @Test("A part of a week reads back as the days it stands for", arguments: 1998...2032)
  func partsOfWeeks(year: Int) throws {
    for number in 0...54 {
      let digits = String(number)
      let text = "\(year)X0" + (digits.count < 2 ? "0" : "") + digits
      guard let part = PeriodParser.parse(text) else { continue }
      #expect(part.text == text && part.length < 7)
      #expect([0, 1, 52, 53].contains(number))
    }
  }

  @Test("A mark takes no part in what is equal")
  func marks() throws {
    let plain = try #require(PeriodParser.parse("2022"))
    let marked = try #require(PeriodParser.parse("2022*"))
    let revised = try #require(PeriodParser.parse("2022**"))
    #expect(plain == marked && plain.hashValue == marked.hashValue && marked == revised)
    #expect([plain, marked, revised].map(\.mark) == [.none, .provisional, .revised])
    #expect(marked.stepped(back: 1).text == "2021")
  }

  @Test("Capitals are read")
  func capitals() {
    #expect(PeriodParser.parse("Februari 2020") == PeriodParser.parse("2020-02"))
    #expect(PeriodParser.parse("2020q1") == PeriodParser.parse("2020KW01"))
  }

  @Test("Equality looks at the stretch and the unit, not at the writing")
  func equality() throws {
    let pairs = [("2014 tm 2019", "2014..2019"), ("02-2019", "2019-02"), ("2020JJ00", "2020")]
    for (left, right) in pairs {
      let (left, right) = (
        try #require(PeriodParser.parse(left)), try #require(PeriodParser.parse(right))
      )
      #expect(left == right && left.hashValue == right.hashValue)
      #expect(!(left < right) && !(right < left))
    }
    #expect(PeriodParser.parse("2020") != PeriodParser.parse("2020Q1..2020Q4"))
  }

  @Test("Earlier first days come first, then earlier last days, then the coarser unit")
  func order() throws {
    let texts = [
      "2018", "2019-01-01", "2019-01", "2019Q1", "2019", "2019Q1..2019Q4", "2019-01..2019-12",
      "2019..2020", "2019-02", "2020", "9998", "9999-12", "9999-12-31",
    ]
    let periods = try texts.map { try #require(PeriodParser.parse($0)) }
    for (left, first) in periods.enumerated() {
      for (right, second) in periods.enumerated() {
        #expect((first < second) == (left < right), "\(texts[left]) < \(texts[right])")
      }
    }
  }

  @Test("The order is total, whatever the unit counts", arguments: 0..<50)
  func totalOrder(seed: Int) {
    var random = RandomNumbers(seed: seed)
    let units: [Period.Granularity] = [.year, .quarter, .month, .week, .day]
    let extremes: [Int32] = [.min, .max, .min + 1, .max - 1, 0, -1, 1, 2019, 2020, 8080, 24_240]
    let periods = (0..<12).map { _ in
      Period(units[random.next(5)], extremes[random.next(11)], extremes[random.next(11)])
    }
    for first in periods {
      for second in periods {
        #expect([first < second, second < first, first == second].filter { $0 }.count == 1)
        for third in periods where first < second && second < third { #expect(first < third) }
      }
      #expect(first.firstDay <= first.lastDay)
    }
  }

  @Test(
    "Periods overlap when they share a day",
    arguments: [
      ("2014 tm 2019", "02-2019 t/m 01-2020", true), ("2018", "2019", false),
      ("2019", "2019Q4", true),
      ("2019", "2019-12-31", true), ("2019", "2020-01-01", false), ("2019-01", "2019-02", false),
    ])
  func overlap(left: String, right: String, expected: Bool) throws {
    let left = try #require(PeriodParser.parse(left))
    let right = try #require(PeriodParser.parse(right))
    #expect(left.overlaps(right) == expected && right.overlaps(left) == expected)
  }

  @Test(
    "Steps of one period, and of a year",
    arguments: [
      ("2020", "2019", "2019"), ("2020Q1", "2019Q4", "2019Q1"), ("2020-01", "2019-12", "2019-01"),
      ("2020-03-01", "2020-02-29", "2019-03-01"), ("2014 tm 2019", "2008..2013", "2013..2018"),
      ("02-2019 t/m 01-2020", "2018-02..2019-01", "2018-02..2019-01"),
      ("2020-02-29", "2020-02-28", nil), ("1e helft 2016", "2015Q3..2015Q4", "2015Q1..2015Q2"),
      ("2022-W05", "2022-W04", "2021-W05"), ("2021-W01", "2020-W53", "2020-W01"),
      ("2020-W53", "2020-W52", nil), ("2022W105", "2022-W04", "2021-W05"),
      ("2020-W01..2020-W04", "2019-W49..2019-W52", "2019-W01..2019-W04"),
    ] as [(String, String, String?)])
  func steps(text: String, prior: String, yearBefore: String?) throws {
    let period = try #require(PeriodParser.parse(text))
    #expect(period.stepped(back: 1).text == prior)
    #expect(period.yearsBack(1)?.text == yearBefore)
    #expect(period.stepped(back: 0) == period && period.yearsBack(0) == period)
    #expect(period.stepped(back: 3).stepped(back: -3) == period)
  }

  @Test(
    "Steps beyond all time stop nothing",
    arguments: [Int.min, -1_000_000_000, 1_000_000_000, Int.max])
  func farSteps(steps: Int) {
    let extremes = [
      Period(.year, 2014, 2019), Period(.month, .min, .max), Period(.day, 5),
      Period(.quarter, .max), Period(.week, .min, .max), Period(.week, 2700),
    ]
    for period in extremes {
      let far = period.stepped(back: steps)
      #expect(far.first <= far.last && far.firstDay <= far.lastDay)
      _ = period.yearsBack(steps)
    }
    #expect(Period(.year, 2020).stepped(back: steps) != Period(.year, 2020))
  }

  @Test("Integers and dates are periods of a time column")
  func columns() {
    let years = Column(.integer([2020, 0, Int64.max, -5]), missing: [0, 2, 0, 0]).periods()
    // Two integers that no period holds must not become the same year.
    #expect(years == [.year(2020), nil, nil, .year(-5)])
    #expect(Column(.date([5])).periods() == [Period(.day, 5)])
    #expect(Column(.boolean([true])).periods() == [nil])
  }
}
