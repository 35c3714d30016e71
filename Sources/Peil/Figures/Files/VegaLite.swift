import Columnar
import Graphics
import Planning
import Tables

/// A figure as a specification of Vega-Lite 5, with its data in it, for those who go on elsewhere.
///
/// Only what the grammar of both has in common goes along: titles, alternative text, data, axes,
/// colours and panels. A missing value is `null`.
enum VegaLite {
  /// How a mark is said in Vega-Lite.
  struct View: Sendable {
    /// The mark with its properties.
    let mark: JSONNode
    /// The channels, in order.
    let encoding: [JSONNode.Member]

    /// A mark by name with properties beside it.
    init(
      _ mark: String, _ properties: [JSONNode.Member] = [], encoding: [JSONNode.Member]
    ) {
      self.mark = .object([JSONNode.Member("type", .text(mark))] + properties)
      self.encoding = encoding
    }
  }

  /// The text of a figure.
  static func text(_ figure: Figure, _ view: View, _ rows: FigureRows, _ data: Table) -> String {
    var encoding = view.encoding
    if let color = rows.spec.color, !encoding.contains(where: { $0.name == "color" }) {
      encoding.append(
        .init(
          "color", channel(color, rows, extra: [.init("scale", .object([.init("range", colours)]))])
        ))
    }
    if let facet = rows.spec.facet {
      encoding.append(.init("facet", channel(facet, rows, extra: [.init("columns", .number(3))])))
    }
    let frame = figure.frame
    var title: [JSONNode.Member] = [.init("text", .text(frame.title))]
    if !frame.subtitle.isEmpty { title.append(.init("subtitle", .text(frame.subtitle))) }
    var meta: [JSONNode.Member] = []
    if !frame.source.isEmpty { meta.append(.init("source", .text(frame.source))) }
    if let digest = frame.digest { meta.append(.init("sha256", .text(digest))) }
    var members: [JSONNode.Member] = [
      .init("$schema", .text("https://vega.github.io/schema/vega-lite/v5.json")),
      .init("title", .object(title)), .init("description", .text(figure.alternativeText)),
    ]
    if rows.spec.facet == nil { members.append(.init("width", .number(560))) }
    members += [
      .init("data", .object([.init("values", values(data, rows))])), .init("mark", view.mark),
      .init("encoding", .object(encoding)), .init("usermeta", .object(meta)),
    ]
    return JSONNode.object(members).text
  }

  /// A channel of a column: quantities as numbers, everything else in order of appearance.
  static func channel(_ column: String, _ rows: FigureRows, extra: [JSONNode.Member] = [])
    -> JSONNode
  {
    let field = rows.table.schema.field(column)
    let isQuantity = field?.role == .measure && field?.type.isNumeric == true
    var members: [JSONNode.Member] = [
      .init("field", .text(escaped(column))),
      .init("type", .text(isQuantity ? "quantitative" : "nominal")),
      .init("title", .text(field?.heading ?? column)),
    ]
    if !isQuantity { members.append(.init("sort", .null)) }
    return .object(members + extra)
  }

  /// The drawn measure as a channel.
  static func value(_ rows: FigureRows, extra: [JSONNode.Member] = []) -> JSONNode {
    let unit = rows.unit
    let heading = rows.valueField.heading + (unit.isEmpty ? "" : " (\(unit))")
    return .object(
      [
        .init("field", .text(escaped(rows.spec.value))), .init("type", .text("quantitative")),
        .init("title", .text(heading)),
      ] + extra)
  }

  /// An axis that need not start at zero.
  static let freeScale = JSONNode.Member("scale", .object([.init("zero", .boolean(false))]))

  private static let colours = JSONNode.array(
    Palette.light.series.map { .text($0.hex) })

  /// Points and brackets of a name mean a path in Vega-Lite.
  private static func escaped(_ name: String) -> String {
    name.reduce(into: "") { text, letter in
      if ".[]\\'\"".contains(letter) { text += "\\" }
      text.append(letter)
    }
  }

  private static func values(_ data: Table, _ rows: FigureRows) -> JSONNode {
    .array(
      (0..<data.count).map { row in
        .object(
          data.schema.fields.map { field in
            .init(field.name, node(field, row, rows))
          })
      })
  }

  private static func node(_ field: Field, _ row: Int, _ rows: FigureRows) -> JSONNode {
    switch rows.cell(field.name, row) {
    case .missing?, nil: .null
    case .number(let value)?: .number(value)
    case .integer(let value)? where field.role == .measure: .number(Double(value))
    case .boolean(let flag)?: .boolean(flag)
    case .integer?, .text?, .date?, .period?: .text(rows.name(field.name, row))
    }
  }
}
