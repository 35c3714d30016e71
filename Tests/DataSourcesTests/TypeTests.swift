import Columnar
import SourceText
import Testing

@testable import DataSources

/// Types found and declared, and values that do not fit them.
@Suite struct TypeTests {
  private func type(_ values: [String], name: String = "v", comma: Bool = false) throws -> DataType
  {
    let text = ([name] + values).joined(separator: "\n") + "\n"
    let source = try open(text) {
      $0.delimiter = UInt8(ascii: ";")
      $0.decimalComma = comma
    }
    return try #require(source.schema.field(name)?.type)
  }

  @Test(
    arguments: [
      (["1", "-2", "0"], .integer), (["1", "2.5"], .number), (["0344", "0014"], .text),
      (["344", "0344"], .text), (["", "\"\"", " "], .text), (["1", "", "2"], .integer),
      (["true", "FALSE"], .boolean), (["true", "1"], .text), (["2020-01-31"], .date),
      (["2020-02-30"], .text), (["1-5-2020"], .text), (["nan"], .text), (["inf"], .text),
      (["-inf", "1"], .text), (["0x10"], .text), (["1e400"], .text), (["1e+05", "2"], .number),
      (["+31", "+32"], .text), (["5."], .text), ([".5"], .number), (["-.5"], .number),
      (["-"], .text),
      (["."], .text), (["1.471", "2"], .number), (["1,5"], .text), (["1 000"], .text),
      (["--1"], .text),
      (["9223372036854775807", "-9223372036854775808"], .integer), (["9223372036854775808"], .text),
      (["9223372036854775808", "1.5"], .number), (["12345678901234567890123"], .text),
      (["1.00000000000000000001"], .number), (["0.5", "00.5"], .text), (["00"], .text),
      (["-01"], .text),
      (["2020JJ00"], .text), (["     74.5 "], .number), (["1e"], .text), (["1e5x"], .text),
      (["e5"], .text),
    ] as [([String], DataType)])
  func infers(_ values: [String], _ expected: DataType) throws {
    #expect(try type(values) == expected)
  }

  @Test(
    arguments: [
      ("jaar", ["2020", "2021"], .integer, "time"),
      ("Perioden", ["2020JJ00", "2021KW02"], .period, "time"),
      ("perioden", ["2014 tm 2019", "2020"], .period, "time"),
      ("datum", ["2020-01-01"], .date, "time"),
      ("Year", ["1", "2"], .integer, "measure"),
      ("period", ["2020 1e kwartaal*"], .period, "time"),
      ("jaar", ["2020,5"], .number, "measure"), ("naam", ["x"], .text, "candidate key"),
      ("leeg", [""], .text, "note"), ("editie", ["E2020"], .text, "edition"),
      ("ingangsdatum", ["2020-01-01"], .date, "time"), ("ja", ["true"], .boolean, "note"),
      ("n", ["1"], .integer, "measure"), ("DATE", ["februari 2020"], .period, "time"),
    ] as [(String, [String], DataType, String)])
  func givesRoles(_ name: String, _ values: [String], _ type: DataType, _ role: String) throws {
    let field = try #require(
      try open(([name] + values).joined(separator: "\n")) { $0.delimiter = 0x3B }.schema.fields
        .first)
    #expect(field.type == type)
    #expect(field.role.name == role)
  }

  @Test func ofTwoDatesNeitherIsTheTime() throws {
    let both = try open("begin,eind\n2020-01-01,2020-02-01\n").schema
    #expect(both.fields.map(\.role) == [.note, .note])
    let named = try open("begin,jaar\n2020-01-01,2020\n").schema
    #expect(named.fields.map(\.role) == [.note, .time])
  }

  @Test(arguments: [("kw", "2021Q1"), ("mnd", "2021-02"), ("wanneer", "2014 tm 2019")])
  func aDeclaredAxisHoldsPeriods(name: String, value: String) throws {
    #expect(try open("\(name)\n\(value)\n").schema.fields[0].type == .text)
    let declared = try open("\(name)\n\(value)\n") { $0.axes = [(name, nil)] }
    #expect(declared.schema.fields[0].type == .period)
  }

  @Test func aMeasureWithoutValuesHoldsNumbers() throws {
    let empty = try open("v;w\n;1\n")
    #expect(empty.schema.fields[0].type == .text)
    #expect(empty.advice.map(\.diagnostic.code) == ["no-values"])
    let declared = try open("v;w\n;1\n") { $0.measures = ["v"] }
    #expect(declared.schema.fields[0].type == .number)
    #expect(declared.advice.isEmpty)
    #expect(try open("v;w\nx;1\n") { $0.measures = ["v"] }.schema.fields[0].type == .text)
  }

  @Test(arguments: [
    ("2021Q1\n2021KW02\n", Period.Granularity.quarter), ("2021-02\n2021M03\n", .month),
    ("2021JJ00\n2022*\n", .year), ("2021Q1\n2021\n", nil), ("2014 tm 2019\n", nil),
  ])
  func periodsOfOneLengthAreKnownToBe(values: String, length: Period.Granularity?) throws {
    #expect(try open("periode\n\(values)").schema.fields[0].granularity == length)
  }

  @Test func onlyTheFirstAxisIsTheTime() throws {
    let schema = try open("jaar,datum,editie,edition\n2020,2020-01-01,1,2\n").schema
    #expect(schema.fields.map(\.role) == [.time, .note, .edition, .measure])
    #expect(!schema.isDeclared)
  }

  @Test func decimalCommaComesWithSemicolons() throws {
    let table = try open("a;b\n1,5;x\n-0,25;y\n").read()
    #expect(table.values("a") == [.number(1.5), .number(-0.25)])
    #expect(try open("a;b\n1.5;x\n").schema.fields[0].type == .text)
    let warned = try open("a;b\n81.35;x\n").advice.map(\.diagnostic)
    #expect(warned.map(\.code) == ["text-like-numbers"])
    #expect(warned.first?.notes == ["numbers with a decimal `.`: `decimal \".\"`"])
    #expect(try open("a;b\n1.471;x\n").advice.first?.diagnostic.notes.count == 2)
    #expect(try open("a;b\nx;y\n").advice.isEmpty)
    let pointed = try open("a;b\n1.5;x\n") { $0.decimalComma = false }.read()
    #expect(pointed.values("a") == [.number(1.5)])
  }

  @Test(
    arguments: [
      (["1", "2", "x"], "\"x\" = unknown"),
      (["1", "2", "3", ".", "n\\a", "."], "\".\" = unknown, \"n\\\\a\" = unknown"),
      (["1", "x", "y"], nil), (["0014", "1680", "1681"], nil),
      (["9", "8", "7", "6", "5", "a", "b", "c", "d"], nil), (["99999999999999999999"], nil),
      (["2020-01-01"], nil), (["GM0014"], nil), (["1", "2"], nil),
    ] as [([String], String?)])
  func tellsOfTextThatIsMostlyNumbers(_ values: [String], _ tokens: String?) throws {
    let source = try open((["v"] + values).joined(separator: "\n"))
    let notes = tokens.map { ["no values: `missing \($0)`, or another reason"] }
    #expect(source.advice.first?.diagnostic.notes == notes)
    #expect(
      source.advice.allSatisfy { $0.diagnostic.message.hasPrefix("column v of t.csv is text") })
  }

  @Test(
    arguments: [
      (["5.412", "x", "12"], "thousands \".\" missing \"x\" = unknown"),
      (["1 020", "1 090", "."], "thousands \" \" missing \".\" = unknown"),
      (["12,5%", "nvt", "€ 3"], "types v: number missing \"nvt\" = unknown"),
      (["3.5", "4.25", "-"], "decimal \".\" missing \"-\" = unknown"),
      (["5.412", "a", "b", "c", "d", "6.000"], nil), (["5.412", "0014"], nil),
    ] as [([String], String?)])
  func tellsOfNumbersWrittenAnotherWayAmongTexts(_ values: [String], _ clauses: String?) throws {
    let source = try open((["v;w"] + values.map { $0 + ";y" }).joined(separator: "\n"))
    let notes = source.advice.first?.diagnostic.notes ?? []
    #expect(notes.isEmpty == (clauses == nil))
    if let clauses { #expect(notes.last?.contains("`\(clauses)`") == true, "\(notes)") }
  }

  @Test(
    arguments: [
      (.point, ["1.471", "132.001.000", "12"], [1471, 132_001_000, 12]),
      (.space, ["1 471", "1\u{A0}000\u{A0}000", "-2\u{202F}500"], [1471, 1_000_000, -2500]),
    ] as [(CSVOptions.Thousands, [String], [Int64])])
  func readsDeclaredGroups(_ kind: CSVOptions.Thousands, _ texts: [String], _ expected: [Int64])
    throws
  {
    let table = try open((["v;w"] + texts.map { $0 + ";x" }).joined(separator: "\n")) {
      $0.thousands = kind
    }.read()
    #expect(table.values("v") == expected.map { .integer($0) })
  }

  @Test(arguments: [
    "1.47", "1471.000.0", ".471", "1..471", "1.4711", "1.471.", "1.471.00", "0.471", "-.471",
  ])
  func refusesWrongGroups(_ text: String) throws {
    let source = try open("v;w\n\(text);x\n") { $0.thousands = .point }
    #expect(source.schema.fields[0].type == .text)
  }

  @Test func readsGroupsWithDecimals() throws {
    let table = try open("v;w\n1.471,5;x\n-12.000.000,25;y\n0,5;z\n") { $0.thousands = .point }
      .read()
    #expect(table.values("v") == [.number(1471.5), .number(-12_000_000.25), .number(0.5)])
    #expect(
      try open("v;w\n1.471,500.000;x\n") { $0.thousands = .point }.schema.fields[0].type == .text)
    #expect(
      fault("a;b\n") {
        $0.thousands = .comma
        $0.decimalComma = true
      }?.code == "bad-option")
  }

  @Test func declaredTypesWin() throws {
    let table = try open("code,n,d,p,t\n0344,+5,1-5-2020,2020,7\n") {
      $0.types = [("code", .integer), ("n", .number), ("d", .date), ("p", .period), ("t", .text)]
    }.read()
    let day = try #require(CalendarDate(year: 2020, month: 5, day: 1))
    #expect(
      table.rows == [[.integer(344), .number(5), .date(day), .period(.year(2020)), .text("7")]])
    #expect(fault("a,b\n1,2\n") { $0.types = [("aa", .text)] }?.notes.first == "did you mean `a`?")
    #expect(fault("a,b\n1,2\n") { $0.types = [("aa", .text)] }?.phase == .check)
    #expect(fault("a\nx\n") { $0.types = [("a", .boolean)] }?.code == "unreadable-value")
    #expect(fault("a\n31-2-2020\n") { $0.types = [("a", .date)] }?.code == "unreadable-value")
    #expect(fault("a\n2020K\n") { $0.types = [("a", .period)] }?.code == "unreadable-value")
    #expect(fault("a\n1.5\n") { $0.types = [("a", .integer)] }?.code == "unreadable-value")
  }

  @Test func readsMissingTokens() throws {
    let table = try open("a;b\n1;.\n x ;y\n;nvt\n.;\"\"\n") {
      $0.missing = [(".", .notYet), (" x", .suppressed), ("nvt", .notApplicable), ("x", .unknown)]
    }.read()
    #expect(
      table.values("a") == [
        .integer(1), .missing(.suppressed), .missing(.unknown), .missing(.notYet),
      ])
    #expect(
      table.values("b") == [
        .missing(.notYet), .text("y"), .missing(.notApplicable), .missing(.unknown),
      ])
    let empty = try open("a;b\n;1\n") { $0.missing = [("", .suppressed)] }.read()
    #expect(empty.values("a") == [.missing(.suppressed)])
  }

  private func late(_ last: String, first: String = "1", name: String = "v") -> String {
    name + ";w\n" + String(repeating: "\(first);x\n", count: 1000) + last + ";y\n"
  }

  @Test func laterFractionsWiden() throws {
    let source = try open(late("2,5"))
    #expect(source.schema.fields[0].type == .integer)
    let table = try source.read()
    #expect(table.schema.fields[0].type == .number)
    #expect(table.schema.fields[0].role == .measure)
    #expect(table.values("v").suffix(2) == [.number(1), .number(2.5)])
    guard case .number(_, let scale) = table.columns[0].storage else {
      Issue.record("a column of numbers was expected")
      return
    }
    #expect(scale == 1)
  }

  @Test(arguments: ["abc", "0344", "99999999999999999999", "1.5", "true", "2020*", "1e999", "--"])
  func laterTextsAreFaults(_ text: String) {
    let found = fault(late(text))
    #expect(found?.code == "unreadable-value")
    #expect(
      found?.message
        == "`\(text)` in line 1002 of t.csv, column v, is not of type integer "
        + "(what the first rows hold)"
    )
    #expect(
      found?.notes == [
        "no value at all: `missing \"\(text)\" = suppressed`, or another reason",
        "text, not integer: `types v: text`",
      ])
  }

  @Test func fixesCanBeCopied() {
    let odd = fault(late("\"a \"\"b\"\"\nc\"", name: "Totaal (aantal)"))
    #expect(odd?.message.hasPrefix("`a \"b\" c` in line 1002") == true)
    #expect(odd?.notes.first?.contains("`missing \"a \\\"b\\\"\\nc\" = suppressed`") == true)
    #expect(odd?.notes.last == "text, not integer: `types `Totaal (aantal)`: text`")
    #expect(fault(late(String(repeating: "x", count: 99)))?.notes.count == 1)
  }

  @Test func aMarkedYearIsToldAsAPeriod() {
    let late = fault(late("2020*", first: "2020", name: "perioden"))
    #expect(late?.notes.first == "a period: `types perioden: period`")
  }

  @Test func yearsDoNotWiden() {
    #expect(fault(late("2020,5", first: "2020", name: "jaar"))?.code == "unreadable-value")
    #expect(fault(late("2020?", first: "2020JJ00", name: "perioden"))?.code == "unreadable-value")
    #expect(fault(late("2020-13-01", first: "2020-12-01"))?.code == "unreadable-value")
    #expect(fault(late("ja", first: "true"))?.code == "unreadable-value")
    #expect(fault(late("x", first: "1,5"))?.message.contains("type number") == true)
  }

  @Test func theFirstFaultIsTheUppermostThenTheLeftmost() {
    let rows = String(repeating: "1;1\n", count: 1000)
    #expect(fault("a;b\n" + rows + "1;x\ny;1\n")?.message.hasPrefix("`x` in line 1002") == true)
    #expect(fault("a;b\n" + rows + "y;x\n")?.message.hasPrefix("`y` in line 1002") == true)
  }

  @Test func aColumnWithoutEarlyValuesIsText() throws {
    let table = try open(late("12", first: "")).read()
    #expect(table.values("v").last == .text("12"))
    #expect(table.schema.fields[0].role == .note)
  }
}
