import Columnar
import Graphics
import Planning
import Tables
import Wording

/// A figure as a specification of Vega-Lite 5, with its data in it, for those who go on elsewhere.
///
/// Only what the grammar of both has in common goes along: titles, alternative text, data, axes,
/// colours and panels. A missing value is `null`.
enum VegaLite {
  /// How a mark is said in Vega-Lite.
  struct View: Sendable {
    /// The mark with its properties; nil for layers.
    let mark: JSONNode?
    /// The channels, in order.
    var encoding: [JSONNode.Member]
    /// Marks on top of each other, each with its own channels.
    let layers: [JSONNode]
    /// Sizes and what else belongs to the view.
    var others: [JSONNode.Member] = []
    /// The data of the view when they are not the rows.
    var data: JSONNode?

    /// A mark by name with properties beside it.
    init(
      _ mark: String, _ properties: [JSONNode.Member] = [], encoding: [JSONNode.Member]
    ) {
      self.mark = .object([JSONNode.Member("type", .text(mark))] + properties)
      self.encoding = encoding
      layers = []
    }

    /// Layers with data of their own.
    init(layers: [JSONNode]) {
      mark = nil
      encoding = []
      self.layers = layers
    }
  }

  /// The text of a figure.
  static func text(_ figure: Figure, _ view: View, _ rows: FigureRows, _ data: Table) -> String {
    var encoding = view.encoding
    if let color = rows.spec.color, !encoding.contains(where: { $0.name == "color" }) {
      encoding.append(.init("color", channel(color, rows)))
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
    if view.others.contains(where: { $0.name == "width" }) {
      members += view.others
    } else {
      members.append(.init("width", .number(rows.spec.facet == nil ? 560 : 170)))
      members += view.others
    }
    if let mark = view.mark {
      members += [
        .init("data", .object([.init("values", view.data ?? values(data, rows))])),
        .init("mark", mark), .init("encoding", .object(encoding)),
      ]
    } else {
      members.append(.init("layer", .array(view.layers)))
    }
    members += [.init("config", config(rows.language)), .init("usermeta", .object(meta))]
    return JSONNode.object(members).text
  }

  /// The colours of figures, and how the language writes numbers.
  private static func config(_ language: Language) -> JSONNode {
    var members: [JSONNode.Member] = [
      .init("mark", .object([.init("color", .text(Palette.light.series[0].hex))])),
      .init("range", .object([.init("category", colours)])),
      .init("axisX", .object([.init("labelAngle", .number(0))])),
    ]
    if language == .dutch {
      let number = JSONNode.object([
        .init("decimal", .text(",")), .init("thousands", .text(".")),
        .init("grouping", .array([.number(3)])),
        .init("currency", .array([.text("€ "), .text("")])), .init("minus", .text("−")),
      ])
      members.append(.init("locale", .object([.init("number", number)])))
    }
    return .object(members)
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

  /// The column a figure is drawn by: every place of it in its order, also those where no row has a
  /// value, which Vega-Lite would leave out.
  static func place(_ column: String, _ rows: FigureRows) -> JSONNode {
    channel(
      column, rows,
      extra: [
        .init(
          "scale",
          .object([.init("domain", .array(places(column, rows).map { .text($0) }))]))
      ])
  }

  /// The names of places along an axis, those without a row among them.
  static func places(_ column: String, _ rows: FigureRows) -> [String] {
    let names = FigureCells(namesOf: rows.whole.drawn(by: column, color: nil))
    return FigureAxis.places(names).map(\.label)
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
