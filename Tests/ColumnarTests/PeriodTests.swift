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
      "2020Q",
      "2020-02-30", "2021-02-29", "2020JJ01", "2020KW05", "2020KW00", "2020MM13", "2020XX01",
      "13-2019",
      "2019 tm 2014", "2014 tm", "tm 2014", "2014 tm 2015 tm 2016", "2014..2020-05", "2014..",
      "..2014",
      "Sprokkelmaand 2020", "februari", "februari 20", "februari  2020", "0 mei 2020",
      "31 april 2020",
      "01 mei 2020", "1 mei", "3e helft 2016", "0e helft 2016", "1 helft 2016", "5e kwartaal 2020",
      "2020 5e kwartaal", "mei 2020 tot en met april 2020", "voorjaar en zomer van 2020",
      "2018 tot begin 2020", "2022*", "2020 1e kwartaal*", "-2020", "２０２０", "2020\0", "1e5",
      "mei 2020 tot en met", "é", "12345678", "2020-05-01T00:00",
    ])
  func none(text: String) {
    #expect(PeriodParser.parse(text) == nil)
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
    let units: [Period.Granularity] = [.year, .quarter, .month, .day]
    let extremes: [Int32] = [.min, .max, .min + 1, .max - 1, 0, -1, 1, 2019, 2020, 8080, 24_240]
    let periods = (0..<12).map { _ in
      Period(units[random.next(4)], extremes[random.next(11)], extremes[random.next(11)])
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
      Period(.quarter, .max),
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
