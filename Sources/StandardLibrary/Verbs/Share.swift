import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Values as parts of a total.
  static let share = Verb(
    "share", items: .columns, clauses: [ClauseSignature("within", "KEY, …", .columns)],
    UnitDocumentation(
      "share MEASURE of LEVEL within KEY, …",
      "Adds `<measure>_share`: the value in percent of the total of its level.",
      details: [
        "`of province` is the share of the province's total, without `of` of the whole table; "
          + "`within year` makes it the total of each year apart.",
        "Unknown values are left out of the total, and the share's coverage says so.",
        "Only what adds up has shares: percentages, and standing numbers over several years, "
          + "are refused.",
      ],
      examples: [
        "population | where year = 2023 | sum inhabitants by province | share inhabitants | take 3",
        "population | share inhabitants of province within year "
          + "| where name = \"Utrecht\" and year = 2023",
      ])
  ) { call, planner in
    guard !call.items.isEmpty else {
      _ = planner.single([], of: call, "measure")
      return nil
    }
    let within = call.clause("within").map { planner.columns($0, in: call.schema) } ?? []
    guard call.clause("within") == nil || !within.isEmpty else { return nil }
    var schema = call.schema
    var parts: [ShareRows.Part] = []
    for (position, item) in call.items.enumerated() {
      guard let index = planner.column(item.value, in: call.schema) else { return nil }
      // `share a, b of province`: the level is that of both.
      let of = call.items[position...].lazy.compactMap(\.of).first
      var levels = within
      if let of {
        guard let level = planner.column(of, in: call.schema) else { return nil }
        if !levels.contains(level) { levels.append(level) }
      }
      guard Sharing.isAllowed(index, item, levels, call, &planner) else { return nil }
      let source = call.schema.fields[index]
      let name = "\(source.name)_share"
      guard AddedColumns.isFree(name, schema, call, &planner) else { return nil }
      var field = Field(name, .number, role: .measure)
      field.measure = Measure(.share)
      field.unit = MeasureUnit("%")
      field.label = source.label.map { "\($0), aandeel" }
      schema.fields.append(field)
      parts.append(ShareRows.Part(column: index, levels: levels))
    }
    return LogicalPlan(
      .transform(call.input, ShareRows(parts: parts)), schema: schema, fixed: call.input.fixed,
      timeFiltered: call.input.timeFiltered)
  }
}

/// Which measures have shares.
enum Sharing {
  static func isAllowed(
    _ index: Int, _ item: Item, _ levels: [Int], _ call: VerbCall, _ planner: inout Planner
  ) -> Bool {
    let field = call.schema.fields[index]
    guard field.type.isNumeric, field.role == .measure || field.role == .note else {
      planner.report(
        "wrong-type", "`share` needs a measure, `\(field.name)` is \(phrase(field))",
        at: item.range,
        label: field.type.isNumeric || field.role == .key
          ? "for the total of each of its values write `within \(field.name)`" : nil)
      return false
    }
    if field.measure?.kind == .count(stock: true), let time = call.schema.time,
      !call.input.fixed.contains(time.name),
      !levels.contains(where: {
        call.schema.fields[$0].role == .time
      })
    {
      planner.report(
        "stock-over-time", "a standing number cannot be added over time", at: item.range,
        label: "the total would count the same things for each \(time.name)",
        notes: ["add `within \(time.name)`, or `where \(time.name) = …` first"])
      return false
    }
    let argument = TypedExpr(.column(index), field.type, meaning: ColumnMeaning(field))
    return planner.allows(
      .sum, [argument], keys: levels, Scope(call.input), clause: "within", at: item.range)
  }

  private static func phrase(_ field: Field) -> String {
    guard field.type.isNumeric else { return field.type.phrase }
    return ("aeiou".contains(field.role.name.prefix(1)) ? "an " : "a ") + field.role.name
  }
}
