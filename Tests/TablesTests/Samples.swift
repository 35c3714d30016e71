import Columnar
import Tables

/// Tables that several tests share.
enum Samples {
  /// A column of values, typed as given.
  static func column(
    _ type: DataType, _ values: [Value], coverage: [(Int32, Int32)]? = nil
  ) -> Column {
    var builder = ColumnBuilder(type)
    for value in values { builder.append(value) }
    var column = builder.finish()
    if let coverage {
      column.coverage = Coverage(known: coverage.map(\.0), all: coverage.map(\.1))
    }
    return column
  }

  /// A table of one column.
  static func table(
    _ name: String, _ type: DataType, _ values: [Value], role: Role = .note,
    configure: (inout Field) -> Void = { _ in }
  ) -> Table {
    var field = Field(name, type, role: role)
    configure(&field)
    return Table(
      schema: Schema([field]), columns: [column(type, values)], count: values.count)
  }

  /// A table of texts, all notes.
  static func texts(_ rows: [[String]], names: [String]) -> Table {
    let columns = names.indices.map { index in
      column(.text, rows.map { .text($0[index]) })
    }
    return Table(
      schema: Schema(names.map { Field($0, .text) }), columns: columns, count: rows.count)
  }

  /// Regions, years, a count with coverage, a rate and its growth: what a monitor's table has.
  static var monitor: Table {
    var region = Field("municipality", .text, role: .key)
    region.label = "Gemeente"
    region.entity = Entity(
      name: "region", labels: [("GM0344", "Utrecht"), ("GM0796", "'s-Hertogenbosch")])
    let year = Field("year", .integer, role: .time)
    var clients = Field("clients", .integer, role: .measure)
    clients.label = "Cliënten"
    clients.unit = MeasureUnit("cliënten")
    var rate = Field("rate", .number, role: .measure)
    rate.label = "Tarief"
    rate.unit = MeasureUnit("per 1.000 inwoners")
    let growth = Field("clients_growth", .number, role: .measure)
    return Table(
      schema: Schema([region, year, clients, rate, growth]),
      columns: [
        column(.text, [.text("GM0344"), .text("GM0344"), .text("GM0796"), .text("GM9999")]),
        column(.integer, [.integer(2018), .integer(2019), .integer(2019), .integer(2019)]),
        column(
          .integer, [.integer(1234), .integer(12_345), .missing(.suppressed), .integer(9)],
          coverage: [(3, 3), (3, 3), (0, 2), (1, 2)]),
        column(.number, [.number(12.5), .number(7), .number(1001.256), .missing(.notComparable)]),
        column(
          .number,
          [.missing(.noPriorPeriod), .number(-3.04), .missing(.suppressed), .number(900)]),
      ], count: 4)
  }

  /// Notes of two kinds.
  static let notes = [
    Note(code: "ties", dutch: "2 regels delen plaats 3.", english: "2 rows share place 3."),
    Note(
      code: "break", dutch: "Weesp ging op in Amsterdam\n(2022).",
      english: "Weesp became a part of Amsterdam\n(2022)."),
  ]

  /// Texts that break formats that do not escape.
  static let hostile = [
    "", " ", "a,b", "a;b", "a\tb", "a\nb", "a\r\nb", "a\rb", "\"", "\"\"", "a\"b", "|", "a|b",
    "\\", "\\n", "\\|", "</script>", "<b>&amp;</b>", "'", "null", "unknown", ".", "*a*", "_a_",
    "a_b", "`x`", "[x](y)", "~~x~~", "# x", "\0", "\u{1B}[31m", "\u{7F}", "\u{9B}31m",
    "\u{2028}", "\u{2029}", "\u{202E}abc", "\u{FEFF}", "日本語", "👩‍👩‍👧", "🇳🇱", "e\u{301}", "\u{301}",
    "'s-Gravenhage", "Súdwest-Fryslân", "=1+1", "-", "--", "💶\u{FE0F}", "½",
  ]
}
