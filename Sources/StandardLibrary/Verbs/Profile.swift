import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// What is in each column.
  static let profile = Verb(
    "profile", items: .columns,
    UnitDocumentation(
      "profile COLUMN, …",
      "Gives a row for each column: known and missing values, by reason, distinct values, the "
        + "smallest and largest, the most frequent, and the bytes it takes in memory.",
      details: ["Without columns all are profiled. Texts are shown as tables show them."],
      examples: ["population | profile", "indicators | profile value, period"])
  ) { call, planner in
    var columns = planner.columns(call.items, in: call.schema)
    if call.items.isEmpty { columns = Array(call.schema.fields.indices) }
    guard !columns.isEmpty else { return nil }
    return LogicalPlan(
      .transform(call.input, ProfileRows(columns: columns)), schema: ProfileRows.schema)
  }
}

/// Makes a row of each column.
struct ProfileRows: TableTransform {
  let columns: [Int]
  let summary = "profile"
  func estimatedRows(_ input: Double) -> Double? { Double(columns.count) }

  func narrowed(to wanted: Set<Int>, of input: Schema) -> NarrowedStep<any TableTransform>? {
    let used = KeptColumns(Set(columns))
    return NarrowedStep(
      ProfileRows(columns: columns.map(used.place)), inputs: [used],
      outputs: KeptColumns(Set(Self.headings.indices)))
  }

  private static let headings: [(name: String, label: String, type: DataType)] = [
    ("column", "Kolom", .text), ("type", "Type", .text), ("known", "Bekend", .integer),
    ("missing", "Ontbreekt", .integer), ("reasons", "Redenen", .text),
    ("distinct", "Verschillend", .integer), ("min", "Kleinste", .text), ("max", "Grootste", .text),
    ("top", "Meest voorkomend", .text), ("bytes", "Geheugen (bytes)", .integer),
  ]

  /// The columns of the result.
  static let schema: Schema = {
    let fields = headings.enumerated().map { index, heading in
      var field = Field(
        heading.name, heading.type,
        role: index == 0 ? .key : heading.type == .integer ? .measure : .attribute(of: ["column"]))
      if heading.type == .integer { field.measure = Measure(.count(stock: false)) }
      field.label = heading.label
      return field
    }
    return Schema(fields, isDeclared: true)
  }()

  func apply(_ input: Table, _ run: TransformRun) -> Batch {
    let rows = columns.map { index in
      Self.cells(input.columns[index], input.schema.fields[index])
    }
    let columns = Self.headings.indices.map { index in
      var builder = ColumnBuilder(Self.headings[index].type)
      for row in rows { builder.append(row[index]) }
      return builder.finish()
    }
    return Batch(columns: columns, count: rows.count)
  }

  private static func cells(_ column: Column, _ field: Field) -> [Value] {
    let tally = ValueTally(column, field)
    let absent = Value.missing(.notApplicable)
    return [
      .text(field.name), .text(column.type.rawValue), .integer(Int64(tally.known)),
      .integer(Int64(column.count - tally.known)),
      tally.reasons.isEmpty ? absent : .text(tally.reasons.joined(separator: ", ")),
      .integer(Int64(tally.values.count)),
      tally.values.first.map { .text($0.text) } ?? absent,
      tally.values.last.map { .text($0.text) } ?? absent,
      tally.values.isEmpty ? absent : .text(tally.mostFrequent(3).joined(separator: ", ")),
      .integer(Int64(column.packedByteCount)),
    ]
  }
}

/// The values of a column with how often they occur.
private struct ValueTally {
  /// Distinct known values in order, as text.
  private(set) var values: [(text: String, count: Int)] = []
  private(set) var known = 0
  /// `unknown: 3`, in the order of the reasons.
  private(set) var reasons: [String] = []

  init(_ column: Column, _ field: Field) {
    let ranks = column.ranks(entity: field.entity)
    let order = RowOrder.sorted(
      column.count, by: [RowOrder.Key(ranks: ranks, isDescending: false)])
    var last = Int.max
    for row in order where (column.missing?[row] ?? 0) == 0 {
      known += 1
      if ranks[row] != last {
        let value = column.value(at: row)
        values.append((Self.text(value, field), 0))
        last = ranks[row]
      }
      values[values.count - 1].count += 1
    }
    for reason in MissingReason.allCases {
      let count = column.missing?.reduce(0) { $0 + ($1 == reason.rawValue ? 1 : 0) } ?? 0
      if count > 0 { reasons.append("\(reason.name): \(count)") }
    }
  }

  private static func text(_ value: Value, _ field: Field) -> String {
    switch value {
    case .text(let code): return field.entity?.label(of: code) ?? code
    case .number:
      let text = value.shown
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    case .missing, .boolean, .integer, .date, .period: return value.shown
    }
  }

  /// The values that occur most, each with its number; equal numbers in the order of the values.
  func mostFrequent(_ count: Int) -> [String] {
    values.indices.sorted {
      values[$0].count == values[$1].count ? $0 < $1 : values[$0].count > values[$1].count
    }.prefix(count).map { "\(values[$0].text) (\(values[$0].count))" }
  }
}
