import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// The columns of a table as a table.
  static let describe = Verb(
    "describe", items: .columns,
    UnitDocumentation(
      "describe COLUMN, …",
      "Gives a row for each column: its name, label, type, role, kind, unit and description.",
      details: [
        "Nothing is read: it is what is known before the data, and shows what was inferred of a "
          + "plain file. Without columns all are described."
      ],
      examples: [
        "population | describe", "population | sum inhabitants by province, year | describe",
      ])
  ) { call, planner in
    var columns = planner.columns(call.items, in: call.schema)
    if call.items.isEmpty { columns = Array(call.schema.fields.indices) }
    guard !columns.isEmpty else { return nil }
    let table = Description.table(of: columns.map { call.schema.fields[$0] })
    return planner.scan(TableInMemory(name: "describe", table: table))
  }
}

/// What fields say, as a table.
enum Description {
  private static let headings: [(name: String, label: String)] = [
    ("column", "Kolom"), ("label", "Label"), ("type", "Type"), ("role", "Rol"),
    ("kind", "Soort"), ("unit", "Eenheid"), ("description", "Omschrijving"),
  ]

  static func table(of fields: [Field]) -> Table {
    let columns = headings.indices.map { index in
      var builder = ColumnBuilder(.text)
      for field in fields {
        if let text = texts(field)[index] {
          builder.append(.text(text))
        } else {
          builder.appendMissing(.notApplicable)
        }
      }
      return builder.finish()
    }
    let schema = headings.enumerated().map { index, heading in
      var field = Field(heading.name, .text, role: index == 0 ? .key : .attribute(of: ["column"]))
      field.label = heading.label
      return field
    }
    return Table(
      schema: Schema(schema, isDeclared: true), columns: columns, count: fields.count)
  }

  /// The cells of a field, in the order of the headings.
  private static func texts(_ field: Field) -> [String?] {
    [
      field.name, field.label, type(field), role(field.role),
      field.role == .measure ? field.measure.map { kind($0) } : nil, field.unit?.text,
      field.description,
    ]
  }

  private static func type(_ field: Field) -> String {
    field.entity.map { "\(field.type.rawValue), \($0.name)" } ?? field.type.rawValue
  }

  private static func role(_ role: Role) -> String {
    switch role {
    case .attribute(let keys):
      keys.isEmpty ? role.name : "\(role.name) of \(keys.joined(separator: ", "))"
    case .key, .candidateKey, .time, .edition, .measure, .note: role.name
    }
  }

  private static func kind(_ measure: Measure) -> String {
    let name = measure.kind == .count(stock: true) ? "count, stock" : measure.kind.name
    return measure.weight.map { "\(name), weight \($0)" } ?? name
  }
}
