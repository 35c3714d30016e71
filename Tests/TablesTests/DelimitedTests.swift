import Columnar
import Testing

@testable import Tables

@Suite struct DelimitedTests {
  private func csv(_ table: Table, options: TableOptions = TableOptions()) -> String {
    TableFormat.csv.output(of: TableView(table, options: options)).body
  }

  @Test func monitorTable() {
    let output = TableFormat.csv.output(of: TableView(Samples.monitor, notes: Samples.notes))
    #expect(
      output.body == """
        municipality,year,clients,rate,clients_growth
        GM0344,2018,1234,12.5,
        GM0344,2019,12345,7,-3.04
        GM0796,2019,,1001.256,
        GM9999,2019,9,,900

        """)
    #expect(
      output.notes == """
        noot: Cliënten: 1 cel deels bekend (1 van 2)
        noot: 2 regels delen plaats 3.
        noot: Weesp ging op in Amsterdam␤(2022).

        """)
  }

  @Test func reasonsWhenAsked() {
    let body = csv(Samples.monitor, options: TableOptions(showsReasons: true))
    #expect(body.contains("\nGM0796,2019,suppressed,1001.256,suppressed\n"))
    let tsv = TableFormat.tsv.output(
      of: TableView(Samples.monitor, options: TableOptions(showsReasons: true)))
    #expect(tsv.body.contains("\t12.5\tno_prior_period\n"))
    let table = Samples.table("a", .text, [.text("unknown"), .missing(.unknown), .text("x")])
    #expect(csv(table, options: TableOptions(showsReasons: true)) == "a\n\"unknown\"\nunknown\nx\n")
    #expect(csv(table) == "a\nunknown\n\"\"\nx\n")
  }

  @Test func allTypes() {
    let columns = [
      Samples.column(.boolean, [.boolean(true), .boolean(false)]),
      Samples.column(.integer, [.integer(.min), .integer(9_007_199_254_740_993)]),
      Samples.column(.number, [.number(0.1 + 0.2), .number(1e21)]),
      Samples.column(.text, [.text("é"), .text("")]),
      Samples.column(.date, [.date(CalendarDate(days: 0)), .date(CalendarDate(days: -1))]),
      Samples.column(
        .period, [.period(Period(.quarter, 8081)), .period(Period(.year, 2014, 2019))]),
    ]
    let names = ["b", "i", "n", "t", "d", "p"]
    let fields = zip(names, columns).map { Field($0, $1.type) }
    let table = Table(schema: Schema(fields), columns: columns, count: 2)
    #expect(
      csv(table) == """
        b,i,n,t,d,p
        true,-9223372036854775808,0.30000000000000004,é,1970-01-01,2020Q2
        false,9007199254740993,1e21,"",1969-12-31,2014..2019

        """)
  }

  @Test func knownEmptyTextIsNotMissing() {
    let columns = [
      Samples.column(.text, [.text(""), .missing(.unknown)]),
      Samples.column(.text, [.missing(.unknown), .text("")]),
    ]
    let table = Table(
      schema: Schema([Field("a", .text), Field("b", .text)]), columns: columns, count: 2)
    #expect(csv(table) == "a,b\n\"\",\n,\"\"\n")
  }

  @Test func smallest() {
    #expect(csv(Table(schema: Schema([]), columns: [], count: 2)) == "")
    #expect(csv(Samples.table("a,\"b\"", .integer, [])) == "\"a,\"\"b\"\"\"\n")
    #expect(csv(Samples.table("a", .integer, [.integer(1)])) == "a\n1\n")
  }

  @Test func dutchExcel() {
    let dialect = CSVDialect(delimiter: .semicolon, decimalMark: .comma, hasByteOrderMark: true)
    let body = csv(Samples.monitor, options: TableOptions(csv: dialect))
    #expect(body.hasPrefix("\u{FEFF}municipality;year"))
    #expect(body.contains("\nGM0344;2019;12345;7;-3,04\n"))
  }

  @Test func decimalCommaBesideDelimiterCommaIsQuoted() {
    let table = Samples.table("a", .number, [.number(1.5), .number(2)])
    let options = TableOptions(csv: CSVDialect(decimalMark: .comma))
    #expect(csv(table, options: options) == "a\n\"1,5\"\n2\n")
  }

  @Test(arguments: CSVDialect.Delimiter.allCases, [false, true])
  func csvReadsBack(delimiter: CSVDialect.Delimiter, showsReasons: Bool) throws {
    let byte = try #require(delimiter.rawValue.utf8.first)
    for seed in 0..<40 {
      let rows = RandomTexts(seed: UInt64(seed)).rows(columns: 1 + seed % 4, count: seed)
      let names = rows.names
      let options = TableOptions(
        showsReasons: showsReasons, csv: CSVDialect(delimiter: delimiter))
      let read = readCSV(csv(rows.table, options: options), delimiter: byte)
      #expect(read.first?.map(\.text) == names)
      let cells = read.dropFirst().map { row in
        row.map { cell -> String? in
          if showsReasons { return !cell.isQuoted && cell.text == "not_yet" ? nil : cell.text }
          return cell.text.isEmpty && !cell.isQuoted ? nil : cell.text
        }
      }
      // In one column a missing cell is written as an empty text, as documented.
      let wanted = rows.texts.map { row in
        names.count == 1 && !showsReasons ? row.map { $0 ?? "" } : row
      }
      #expect(Array(cells) == wanted, "seed \(seed)")
    }
  }

  @Test func tsvReadsBack() {
    for seed in 0..<40 {
      let rows = RandomTexts(seed: UInt64(seed)).rows(columns: 1 + seed % 4, count: seed)
      let read = readTSV(TableFormat.tsv.output(of: TableView(rows.table)).body)
      #expect(read == [rows.names] + rows.texts.map { $0.map { $0 ?? "" } }, "seed \(seed)")
    }
  }

  @Test func numbersReadBack() {
    var random = RandomTexts(seed: 7)
    let values = (0..<2000).map { _ in random.number() }
    let table = Samples.table("a", .number, values.map { .number($0) })
    let read = readCSV(csv(table)).dropFirst().map { Double($0[0].text) }
    #expect(read == values)
  }
}
