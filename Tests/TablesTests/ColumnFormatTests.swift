import Columnar
import Testing
import Wording

@testable import Tables

@Suite struct ColumnFormatTests {
  /// The cells of a one-column table as `table` shows them.
  private func cells(_ table: Table, options: TableOptions = TableOptions()) -> [String] {
    var shown = options
    shown.showsNotes = false
    let body = TableFormat.table.output(of: TableView(table, options: shown)).body
    return body.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).dropLast()
      .map { String($0.drop { $0 == " " }) }
  }

  private func heading(_ table: Table) -> String {
    String(TableFormat.table.output(of: TableView(table)).body.prefix { $0 != "\n" })
  }

  @Test(arguments: [
    ([1.0, 2.0], ["1", "2"]), ([1.5, 2.0], ["1,5", "2,0"]),
    ([1.005, 1000.0], ["1,01", "1.000,00"]), ([0.1 + 0.2], ["0,3"]),
    ([2.999999, 1.0], ["3", "1"]), ([0.001, 5.0], ["0,00", "5,00"]),
    ([-0.001, -1234.5], ["0,00", "−1.234,50"]), ([1e15, 0.5], ["1.000.000.000.000.000,0", "0,5"]),
    ([-0.0], ["0"]), ([2.345, 2.344], ["2,35", "2,34"]),
  ])
  func decimalsAreTheMostNeededUpToTwo(values: [Double], expected: [String]) {
    let table = Samples.table("a", .number, values.map { .number($0) }, role: .measure)
    #expect(cells(table) == expected)
  }

  /// Persons beside percentages: each unit has the decimals its own values need.
  @Test func mixedMeasureHasTheDecimalsOfEachUnit() {
    var value = Field("value", .number, role: .measure)
    value.measure = Measure(.mixed)
    value.measure?.unitColumn = "unit"
    let values: [Value] = [
      .number(536), .number(7.8), .number(1471), .number(65), .missing(.unknown),
    ]
    let units = ["initiatieven", "%", "initiatieven", "%", "%"].map { Value.text($0) }
    let table = Table(
      schema: Schema([value, Field("unit", .text)]),
      columns: [Samples.column(.number, values), Samples.column(.text, units)], count: 5)
    let shown = cells(table).map { $0.prefix { $0 != " " } }
    #expect(shown == ["536", "7,8", "1.471", "65,0", "."])
    // Without the units each number has its own.
    let alone = Table(
      schema: Schema([value]), columns: [Samples.column(.number, values)], count: 5)
    #expect(cells(alone) == ["536", "7,8", "1.471", "65", "."])
  }

  @Test func missingCellsNeedNoDecimals() {
    var table = Samples.table("a", .number, [.number(0.5), .number(3)])
    table.columns[0] = Column(.number([0.5, 3], scale: nil), missing: [1, 0])
    #expect(cells(table) == [".", "3"])
  }

  @Test(arguments: [(0, "1.235"), (1, "1.234,6"), (3, "1.234,567"), (-4, "1.235")])
  func declaredDecimalsHold(decimals: Int, expected: String) {
    let table = Samples.table("a", .number, [.number(1234.567)]) { $0.decimals = decimals }
    #expect(cells(table) == [expected])
  }

  @Test func declaredDecimalsHoldForIntegersAndHaveALimit() {
    #expect(cells(Samples.table("a", .integer, [.integer(12)]) { $0.decimals = 1 }) == ["12,0"])
    let many = cells(Samples.table("a", .number, [.number(0.5)]) { $0.decimals = .max })
    #expect(many == ["0,5" + String(repeating: "0", count: 16)])
  }

  @Test(arguments: [Role.time, .edition, .key, .candidateKey])
  func yearsAndKeysAreNotGrouped(role: Role) {
    #expect(cells(Samples.table("a", .integer, [.integer(2019)], role: role)) == ["2019"])
  }

  @Test func quantitiesAreGrouped() {
    let values: [Value] = [.integer(.max), .integer(.min)]
    #expect(
      cells(Samples.table("a", .integer, values, role: .measure)) == [
        "9.223.372.036.854.775.807", "−9.223.372.036.854.775.808",
      ])
    let year = Samples.table("a", .integer, [.integer(2019)], role: .measure) {
      $0.granularity = .year
    }
    #expect(cells(year) == ["2019"])
  }

  @Test(arguments: [
    (NumberStyle.rijk, "−1.234,5"), (.cbs, "−1\u{2009}234,5"), (.english, "−1,234.5"),
    (.plain, "-1234.5"),
  ])
  func styles(style: NumberStyle, expected: String) {
    let table = Samples.table("a", .number, [.number(-1234.5)])
    #expect(cells(table, options: TableOptions(style: style)) == [expected])
  }

  @Test func otherTypes() {
    let flags: [Value] = [.boolean(true), .boolean(false)]
    #expect(cells(Samples.table("a", .boolean, flags)) == ["ja", "nee"])
    #expect(
      cells(Samples.table("a", .boolean, flags), options: TableOptions(language: .english))
        == ["yes", "no"])
    let date = CalendarDate(days: 18_383)
    #expect(cells(Samples.table("a", .date, [.date(date)])) == ["2020-05-01"])
  }

  @Test func equalPeriodsKeepTheirOwnNotation() {
    let periods: [Value] = [
      .period(.year(2020)), .period(Period(.year, 2020, notation: .cbs)), .period(.year(2020)),
      .period(Period(.year, 2014, 2019, notation: .tm)),
    ]
    #expect(
      cells(Samples.table("a", .period, periods))
        == ["2020", "2020JJ00", "2020", "2014 tm 2019"])
  }

  @Test func labelsStandForCodes() {
    let entity = Entity(name: "region", labels: [("GM1", "Een"), ("GM2", "Twee")])
    let values: [Value] = [.text("GM2"), .text("GM1"), .text("?"), .text("GM2")]
    let table = Samples.table("a", .text, values) { $0.entity = entity }
    #expect(cells(table) == ["Twee", "Een", "?", "Twee"])
    #expect(TableFormat.csv.output(of: TableView(table)).body == "a\nGM2\nGM1\n?\nGM2\n")
  }

  @Test(arguments: [
    ("rate", "per 1.000", "rate (per 1.000)"), ("Inwoners", "inwoners", "Inwoners"),
    ("Groei (%)", "%", "Groei (%)"), ("Groei", "%", "Groei (%)"), ("a", "", "a"),
  ])
  func unitsStandBesideTheHeadingOnce(label: String, unit: String, expected: String) {
    let table = Samples.table("x", .integer, []) {
      $0.label = label
      $0.unit = MeasureUnit(unit)
    }
    #expect(heading(table) == expected)
  }
}
