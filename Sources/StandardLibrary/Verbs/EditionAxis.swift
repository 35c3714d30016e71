import Columnar
import Planning
import QuerySyntax
import SourceText

/// The edition axis of a table, and the figures of one edition on it.
enum EditionAxis {
  /// The column of the editions; reports when the table has none.
  static func column(_ call: VerbCall, _ planner: inout Planner) -> Int? {
    if let index = call.schema.fields.firstIndex(where: { $0.role == .edition }) { return index }
    planner.report(
      "no-edition", "the table has no editions", at: call.stage.range,
      notes: [
        "an edition is declared with `edition COLUMN` in `data`; figures of several periods are "
          + "compared with `yoy`"
      ])
    return nil
  }

  /// The edition an item names, of the type of the column; reports any other value.
  static func edition(
    _ item: Item, _ column: Int, _ call: VerbCall, _ planner: inout Planner
  ) -> Value? {
    guard let typed = planner.constant(item.value), let value = typed.literal else { return nil }
    let field = call.schema.fields[column]
    switch (value, field.type) {
    case (.integer(let year), .period) where (1...9999).contains(year):
      return .period(.year(Int(year)))
    case (.period(let period), .date) where period.granularity == .day && !period.isSpan:
      return .date(CalendarDate(days: period.first))
    case (.missing, _): break
    case (_, let type) where value.type == type: return value
    default: break
    }
    planner.report(
      "wrong-type", "an edition is expected, `\(field.name)` is \(field.type.phrase)",
      at: item.range)
    return nil
  }

  /// The columns that name a figure's series: `within`, else the keys, always with the variant.
  static func series(_ call: VerbCall, edition: Int, _ planner: inout Planner) -> [Int]? {
    let schema = call.schema
    let given = call.clause("within").map { planner.columns($0, in: schema) }
    let fixed = call.input.fixed.union([schema.fields[edition].name])
    guard var series = planner.comparisonSeries(given, in: schema, fixed, at: call.stage.range)
    else { return nil }
    let time = schema.fields.firstIndex { $0.role == .time }
    series.removeAll { $0 == edition || $0 == time }
    if let name = schema.variant, let variant = schema.index(of: name), !series.contains(variant) {
      series.append(variant)
    }
    return series
  }

  /// For each row where its edition lies: below 0 before the edition, 0 in it, above 0 after it
  /// or unknown.
  static func places(_ column: Column, of edition: Value) -> [Int] {
    let all = Column.concatenate(
      [column, .constant(edition, column.type, count: 1)], type: column.type)
    let ranks = all.ranks()
    let named = ranks[column.count]
    return (0..<column.count).map { row in
      guard column.reason(at: row) == nil else { return 1 }
      return ranks[row] < named ? -1 : ranks[row] == named ? 0 : 1
    }
  }

  /// The day an edition stands for on the axis of breaks; nil for an edition named by a text.
  static func day(of edition: Value) -> Int32? {
    switch edition {
    case .integer(let year): Period.year(Int(clamping: year)).firstDay
    case .period(let period): period.firstDay
    case .date(let date): date.days
    case .missing, .boolean, .number, .text: nil
    }
  }

  /// A figure that stands twice in one edition.
  static func duplicate(_ columns: [Int], _ row: Int, _ table: Table) -> Diagnostic {
    let values = columns.map { index in
      "\(table.schema.fields[index].name) = \(table.columns[index].value(at: row).shown)"
    }
    return Diagnostic(
      .error, phase: .run, code: "duplicate-figure",
      "a figure stands twice in one edition, so it is not known which one counts",
      notes: [
        "first twice: " + values.joined(separator: ", "),
        "name all columns that tell figures apart with `within …`, or aggregate first",
      ])
  }
}
