/// The kinds of geometry that regions have.
enum GeometryKind: String {
  case point = "Point"
  case points = "MultiPoint"
  case polygon = "Polygon"
  case polygons = "MultiPolygon"

  /// How many lists lie around the points of it.
  var depth: Int {
    switch self {
    case .point: 0
    case .points: 1
    case .polygon: 2
    case .polygons: 3
    }
  }

  /// The kind with a name, or the fault that it is none.
  static func named(_ name: String, at offset: Int) throws(JSONFault) -> GeometryKind {
    if let kind = GeometryKind(rawValue: name) { return kind }
    throw JSONFault(
      .content(
        "a shape of type \"\(name)\" is no region",
        fix: "regions are of type Polygon, MultiPolygon or Point"), at: offset)
  }
}
