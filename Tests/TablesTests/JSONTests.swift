import Columnar
import Testing

@testable import Tables

@Suite struct JSONTests {
  private func json(_ table: Table) -> String {
    TableFormat.json.output(of: TableView(table)).body
  }

  @Test func monitorTable() {
    let output = TableFormat.json.output(of: TableView(Samples.monitor, notes: Samples.notes))
    #expect(
      output.body == """
        [
          {"municipality": "GM0344", "year": 2018, "clients": 1234, "rate": 12.5, \
        "clients_growth": null, "_missing": {"clients_growth": "no_prior_period"}},
          {"municipality": "GM0344", "year": 2019, "clients": 12345, "rate": 7, \
        "clients_growth": -3.04},
          {"municipality": "GM0796", "year": 2019, "clients": null, "rate": 1001.256, \
        "clients_growth": null, "_missing": {"clients": "suppressed", \
        "clients_growth": "suppressed"}},
          {"municipality": "GM9999", "year": 2019, "clients": 9, "rate": null, \
        "clients_growth": 900, "_missing": {"rate": "not_comparable"}, \
        "_coverage": {"clients": [1, 2]}}
        ]

        """)
    #expect(output.notes.split(separator: "\n").count == 3)
  }

  @Test func linesAreTheObjectsOfTheArray() throws {
    let lines = TableFormat.ndjson.output(of: TableView(Samples.monitor)).body
      .split(separator: "\n")
    let objects = try lines.map { line in try StrictJSON(parsing: String(line)) }
    #expect(objects.count == 4)
    #expect(try StrictJSON(parsing: json(Samples.monitor)) == .array(objects))
  }

  @Test func allTypes() throws {
    let columns = [
      Samples.column(.boolean, [.boolean(true)]),
      Samples.column(.integer, [.integer(.max)]),
      Samples.column(.number, [.number(1e-8)]),
      Samples.column(.number, [.number(12)]),
      Samples.column(.text, [.text("12")]),
      Samples.column(.date, [.date(CalendarDate(days: 18_383))]),
      Samples.column(.period, [.period(.year(2020))]),
    ]
    let fields = zip("abcdefg", columns).map { Field(String($0), $1.type) }
    let table = Table(schema: Schema(fields), columns: columns, count: 1)
    let values: [StrictJSON] = [
      .boolean(true), .number("9223372036854775807"), .number("1e-8"), .number("12"), .text("12"),
      .text("2020-05-01"), .text("2020"),
    ]
    let members = zip(fields, values).map { StrictJSON.Member(name: $0.name, value: $1) }
    #expect(try StrictJSON(parsing: json(table)) == .array([.object(members)]))
  }

  @Test func everyReasonIsNamed() throws {
    for reason in MissingReason.allCases {
      let table = Samples.table("a", .date, [.missing(reason)])
      #expect(json(table) == "[\n  {\"a\": null, \"_missing\": {\"a\": \"\(reason.name)\"}}\n]\n")
    }
  }

  @Test func hostileTextsReadBack() throws {
    for seed in 0..<40 {
      let rows = RandomTexts(seed: UInt64(seed)).rows(columns: 1 + seed % 4, count: seed)
      let body = json(rows.table)
      guard case .array(let objects) = try StrictJSON(parsing: body) else {
        Issue.record("seed \(seed) is no array")
        continue
      }
      #expect(objects.count == seed)
      for (object, row) in zip(objects, rows.texts) {
        for (name, text) in zip(rows.names, row) {
          #expect(object[name] == (text.map { .text($0) } ?? .null))
          #expect(object["_missing"]?[name] == (text == nil ? .text("not_yet") : nil))
        }
      }
      #expect(body.split(separator: "\n").count == (seed == 0 ? 1 : seed + 2))
    }
  }

  @Test func nothingThatEndsALineOrSteersATerminalIsWritten() {
    let body = json(Samples.texts(Samples.hostile.map { [$0] }, names: ["a"]))
    #expect(
      !body.unicodeScalars.contains { scalar in
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: true
        default: false
        }
      })
  }

  @Test func columnsNamedAsTheMembersKeepTheirNames() throws {
    let columns = [
      Samples.column(.integer, [.missing(.unknown)]),
      Samples.column(.integer, [.integer(1)], coverage: [(1, 2)]),
    ]
    let fields = [Field("_missing", .integer), Field("_coverage", .integer)]
    let table = Table(schema: Schema(fields), columns: columns, count: 1)
    #expect(
      json(table) == """
        [
          {"_missing": null, "_coverage": 1, "__missing": {"_missing": "unknown"}, \
        "__coverage": {"_coverage": [1, 2]}}
        ]

        """)
  }

  @Test func smallest() throws {
    #expect(json(Samples.table("a", .text, [])) == "[]\n")
    #expect(json(Table(schema: Schema([]), columns: [], count: 2)) == "[\n  {},\n  {}\n]\n")
    let empty = TableView(Samples.table("a", .text, []))
    #expect(TableFormat.ndjson.output(of: empty).body == "")
  }

  @Test(arguments: ["[1,]", "{\"a\":1,\"a\":2}", "[01]", "[\"\n\"]", "[1] x", "[nul]", "[\"\\x\"]"])
  func theCheckerIsStrict(text: String) {
    #expect(throws: StrictJSON.Fault.self) { try StrictJSON(parsing: text) }
  }
}
