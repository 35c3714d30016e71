import Columnar
import SourceText
import Testing
import WorkbookWriting

@testable import DataSources

/// Cells of workbooks as values.
@Suite struct WorkbookTests {
  @Test func readsCellsOfEachType() throws {
    let source = try openMarkup(
      """
      sheet S
      code | jaar | aantal | deel | dag | ja
      '0344 | 2020 | 12 | 0.1 | @43831 | true
      GM0363 | 2021 |  | 1.0000000000000002E-2 | @43832 | false
      """)
    let table = try source.read()
    #expect(
      table.schema.fields.map(\.type) == [.text, .integer, .integer, .number, .date, .boolean])
    #expect(table.schema.time?.name == "jaar")
    #expect(table.values("code") == [.text("0344"), .text("GM0363")])
    #expect(table.values("aantal") == [.integer(12), .missing(.unknown)])
    #expect(table.values("deel") == [.number(0.1), .number(0.010000000000000002)])
    let day = try #require(CalendarDate(year: 2020, month: 1, day: 1))
    #expect(table.values("dag")[0] == .date(day))
    #expect(table.values("ja") == [.boolean(true), .boolean(false)])
  }

  @Test func keepsDecimalsExact() throws {
    // 5.1, 0.00001 and 2020 as programs write them.
    let source = try openCells(
      """
      <row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row>
      <row r="2"><c r="A2"><v>5.0999999999999996</v></c><c r="B2"><v>2020.0</v></c></row>
      <row r="3"><c r="A3"><v>1.0000000000000001E-5</v></c><c r="B3"><v>2.021E3</v></c></row>
      """)
    let table = try source.read()
    #expect(table.values("a") == [.number(5.1), .number(0.00001)])
    #expect(table.values("b") == [.integer(2020), .integer(2021)])
    guard case .number(_, let scale) = table.columns[0].storage else {
      Issue.record("no numbers")
      return
    }
    #expect(scale == 5)
  }

  @Test func joinsRunsAndPassesOverReadings() throws {
    let source = try openCells(
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c></row>
      <row r="2"><c r="A2" t="s"><v>1</v></c></row>
      <row r="3"><c r="A3" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c></row>
      <row r="4"><c r="A4" t="str"><f>"x"</f><v>form_x0041_ula_x005F_x0041_</v></c></row>
      """
    ) {
      $0.texts = [
        "<r><rPr><b/></rPr><t>na</t></r><r><t xml:space=\"preserve\">am</t></r>",
        "<t>&#26481;&amp;</t><rPh sb=\"0\" eb=\"1\"><t>higashi</t></rPh>",
      ]
    }
    let table = try source.read()
    #expect(table.schema.names == ["naam"])
    #expect(
      table.values("naam") == [.text("東&"), .text("inline"), .text("formAula_x0041_")])
  }

  @Test func readsTheStrictForm() throws {
    let source = try openCells(
      """
      <row r="1"><c r="A1" t="inlineStr"><is><t>dag</t></is></c></row>
      <row r="2"><c r="A2" t="d"><v>2020-05-01T00:00:00Z</v></c></row>
      """
    ) { $0.isStrict = true }
    let day = try #require(CalendarDate(year: 2020, month: 5, day: 1))
    #expect(try source.read().values("dag") == [.date(day)])
  }

  @Test func readsElementsWithAPrefix() throws {
    var zip = WorkbookDraft([WorkbookDraft.Sheet("S", "")]).archive
    zip["xl/worksheets/sheet1.xml"] =
      "<x:worksheet xmlns:x=\"u\"><x:sheetData><x:row><x:c t=\"str\"><x:v>a</x:v></x:c></x:row>"
      + "<x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    #expect(try openWorkbook(bytes(zip)).read().values("a") == [.integer(7)])
  }

  @Test(arguments: [
    ("1", "1900-01-01"), ("59", "1900-02-28"), ("61", "1900-03-01"), ("43831", "2020-01-01"),
    ("2958465", "9999-12-31"),
  ])
  func countsDaysFrom1900(serial: String, day: String) throws {
    let table = try openMarkup("sheet S\ndag\n@\(serial)").read()
    #expect(table.values("dag").map(text) == [day])
  }

  @Test(arguments: [("0", "1904-01-01"), ("60", "1904-03-01"), ("42369", "2020-01-01")])
  func countsDaysFrom1904(serial: String, day: String) throws {
    var draft = WorkbookDraft(markup: "sheet S\ndag\n@\(serial)")
    draft.countsFrom1904 = true
    #expect(try openWorkbook(bytes(draft.archive)).read().values("dag").map(text) == [day])
  }

  @Test(arguments: [("0", "1900-01-00"), ("60", "1900-02-29"), ("43831.5", "2020-01-01 12:00:00")])
  func daysThatAreNoneAreText(serial: String, shown: String) throws {
    #expect(try openMarkup("sheet S\ndag\n@\(serial)").read().values("dag") == [.text(shown)])
  }

  @Test(arguments: [
    ("General", CellFormat.number), ("0.00", .number), ("#,##0.00 \"dagen\"", .number),
    ("0.00E+00", .number), ("[Red]0;[Blue]-0", .number), ("[h]:mm", .number), ("[mm]:ss", .number),
    ("dd\\-mm\\-yyyy", .date), ("[$-413]d mmmm yyyy;@", .date), ("yyyy", .date), ("mmm", .date),
    ("d/m/yyyy h:mm", .date), ("h:mm AM/PM", .time), ("mm:ss.0", .time), ("0000", .code(digits: 4)),
    ("\"GM\"0000", .code(digits: 4)), ("0", .number), ("@", .number), ("", .number),
  ])
  func tellsFormatsApart(code: String, format: CellFormat) {
    #expect(CellFormat(code: code) == format)
  }

  @Test func formatsOfZerosMakeCodes() throws {
    let table = try openMarkup("sheet S\ncode | tijd\n%344:0000 | %0.5:h:mm").read()
    #expect(table.values("code") == [.text("0344")])
    #expect(table.values("tijd") == [.text("12:00:00")])
  }

  @Test func numbersAsTextFollowTheDeclaredMarks() throws {
    let markup = "sheet S\na\n'1.234,5\n0.25\n1000\n-3"
    let table = try openMarkup(markup) {
      $0.decimalComma = true
      $0.thousands = .point
    }.read()
    #expect(
      table.values("a") == [.number(1234.5), .number(0.25), .number(1000), .number(-3)])
    // Points between thousands leave only a comma for decimals.
    #expect(
      try openMarkup(markup) { $0.thousands = .point }.read().values("a") == table.values("a"))
    #expect(
      try openMarkup("sheet S\na\n'1,5\n'2,5").advice.map(\.diagnostic.code) == [
        "text-like-numbers"
      ])
  }

  @Test func passesOverEmptyRowsAndColumns() throws {
    let source = try openMarkup("sheet S\n\n | a | | b\n\n | 1 | | x\n | | |\n | 2 | |\n")
    #expect(
      try source.read().rows == [[.integer(1), .text("x")], [.integer(2), .missing(.unknown)]])
  }

  @Test func textsMayHoldTabsQuotesAndLines() throws {
    let source = try openCells(
      """
      <row><c t="inlineStr"><is><t>a&#10;b</t></is></c><c t="str"><v>n</v></c></row>
      <row><c t="inlineStr"><is><t>x&#9;"y"&#13;&#10;z</t></is></c><c><v>1</v></c></row>
      <row><c t="inlineStr"><is><t>"</t></is></c><c><v>2</v></c></row>
      """)
    let table = try source.read()
    #expect(table.schema.names == ["a b", "n"])
    #expect(table.values("a b") == [.text("x\t\"y\"\nz"), .text("\"")])
  }

  @Test func headersOfSeveralRowsShareMergedCells() throws {
    let markup = """
      sheet S
      Titel
      Gemeente | 2020 | | 2021 |
       | man | vrouw | man | vrouw
      Utrecht | 1 | 2 | 3 | 4
      merge A2:A3
      merge B2:C2
      merge D2:E2
      """
    let source = try openMarkup(markup) {
      $0.skippedLines = 1
      $0.headerLines = 2
    }
    #expect(
      source.schema.names == ["Gemeente", "2020 man", "2020 vrouw", "2021 man", "2021 vrouw"])
    #expect(try source.read().count == 1)
  }

  @Test func aSourceLineIsNoRow() throws {
    let source = try openMarkup("sheet S\nk | n\na | 1\nBron: CBS")
    #expect(source.sourceLine == "Bron: CBS")
    #expect(try source.read().count == 1)
  }

  @Test func theDigestIsOfTheWorkbook() throws {
    let file = try bytes(WorkbookDraft(markup: "sheet S\na\n1").archive)
    let source = try openWorkbook(file)
    var seen: [UInt8] = []
    try source.forEachPiece { piece in for index in piece.indices { seen.append(piece[index]) } }
    #expect(seen == file)
    #expect(source.byteCount == file.count)
  }

  private func text(_ value: Value) -> String {
    if case .date(let date) = value { return date.text }
    return "\(value)"
  }
}
