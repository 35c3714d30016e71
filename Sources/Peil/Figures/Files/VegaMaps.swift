import Graphics
import Tables
import Wording

/// Maps in Vega-Lite: regions as GeoJSON in pixels, so that it needs no projection and no file.
extension VegaLite.View {
  private static let width = 430.0
  private static let height = 500.0

  /// The size of a map, and that its coordinates are those of the drawing.
  private static let frame: [JSONNode.Member] = [
    .init("width", .number(width)), .init("height", .number(height)),
    .init("projection", .object([.init("type", .text("identity"))])),
  ]

  /// A map of rows, as it is drawn.
  static func map(_ rows: FigureRows, _ mark: any Mark) -> VegaLite.View {
    if let dots = mark as? DotMap { return self.dots(dots) }
    let map = mark as? Choropleth
    let outlines = map?.outlines(width: width, height: height, in: rows.language) ?? []
    let legend = map?.legend(in: rows.language) ?? []
    let scale = JSONNode.object([
      .init("domain", .array(legend.map { .text($0.label) })),
      .init("range", .array(legend.map { .text($0.colour.hex) })),
    ])
    var view = VegaLite.View(
      "geoshape", [.init("stroke", .text("#ffffff")), .init("strokeWidth", .number(0.5))],
      encoding: [
        .init(
          "color",
          .object([
            .init("field", .text("properties.class")), .init("type", .text("nominal")),
            .init("scale", scale), .init("sort", .null),
            .init("title", .text(map?.heading ?? "")),
          ])),
        .init(
          "tooltip",
          .array([
            channel("properties.name", "nominal", map?.noun.one ?? ""),
            channel("properties.value", "quantitative", map?.heading ?? ""),
          ])),
      ])
    view.others = frame
    view.data = .array(
      outlines.map { region in
        feature(
          region.polygons,
          [
            .init("name", .text(region.name)),
            .init("value", region.value.map { .number($0) } ?? .null),
            .init("class", .text(region.label)),
          ])
      })
    return view
  }

  /// Numbered dots with their names, on land or among small dots.
  private static func dots(_ map: DotMap) -> VegaLite.View {
    let outlines = map.outlines(width: width, height: height)
    let places = JSONNode.array(
      zip(map.places, outlines.places).enumerated().map { index, place in
        .object([
          .init("number", .text(String(index + 1))), .init("name", .text(place.0.name)),
          .init("x", .number(place.1.x)), .init("y", .number(place.1.y)),
        ])
      })
    let others = JSONNode.array(
      outlines.others.map { .object([.init("x", .number($0.x)), .init("y", .number($0.y))]) })
    let ground: JSONNode =
      outlines.land.isEmpty
      ? layer(
        others, ["type": "circle", "color": ClassColours.other.hex], [.init("size", .number(16))])
      : .object([
        data(.array(outlines.land.map { feature($0, []) })),
        .init(
          "mark",
          .object([
            .init("type", .text("geoshape")), .init("fill", .text(ClassColours.land.hex)),
            .init("stroke", .text("#ffffff")),
          ])),
      ])
    let layers = [
      ground,
      layer(
        places, ["type": "circle"], [.init("size", .number(320)), .init("opacity", .number(1))]),
      layer(
        places, ["type": "text", "color": "#ffffff", "fontWeight": "bold"], [], text: "number"),
      layer(
        places, ["type": "text", "align": "left"], [.init("dx", .number(14))], text: "name"),
    ]
    var view = VegaLite.View(layers: layers)
    view.others = frame
    return view
  }

  private static func layer(
    _ values: JSONNode, _ mark: KeyValuePairs<String, String>, _ more: [JSONNode.Member],
    text: String? = nil
  ) -> JSONNode {
    var encoding: [JSONNode.Member] = [
      .init("longitude", channel("x", "quantitative", nil)),
      .init("latitude", channel("y", "quantitative", nil)),
    ]
    if let text { encoding.append(.init("text", channel(text, "nominal", nil))) }
    return .object([
      data(values),
      .init("mark", .object(mark.map { .init($0.key, .text($0.value)) } + more)),
      .init("encoding", .object(encoding)),
    ])
  }

  private static func data(_ values: JSONNode) -> JSONNode.Member {
    .init("data", .object([.init("values", values)]))
  }

  private static func channel(_ field: String, _ type: String, _ title: String?) -> JSONNode {
    .object(
      [.init("field", .text(field)), .init("type", .text(type))]
        + (title.map { [.init("title", .text($0))] } ?? []))
  }

  private static func feature(_ polygons: MapShape, _ properties: [JSONNode.Member]) -> JSONNode {
    let rings = polygons.map { polygon in
      JSONNode.array(
        polygon.map { ring in
          .array(ring.map { .array([.number($0.x), .number($0.y)]) })
        })
    }
    return .object([
      .init("type", .text("Feature")), .init("properties", .object(properties)),
      .init(
        "geometry",
        .object([.init("type", .text("MultiPolygon")), .init("coordinates", .array(rings))])),
    ])
  }
}
