/// GeoJSON and TopoJSON for tests: a few regions, whole or spoiled.
enum ShapeText {
  /// A square of RD metres as GeoJSON, from its south-west corner.
  static func square(_ x: Double, _ y: Double, side: Double = 1000) -> String {
    let (east, north) = (x + side, y + side)
    return "[[\(x),\(y)],[\(east),\(y)],[\(east),\(north)],[\(x),\(north)],[\(x),\(y)]]"
  }

  /// A feature with a code, a name and a geometry.
  static func feature(_ code: String, _ geometry: String, name: String = "x") -> String {
    #"{"type":"Feature","properties":{"statcode":"\#(code)","statnaam":"\#(name)"},"#
      + #""geometry":\#(geometry)}"#
  }

  static func polygon(_ rings: String) -> String {
    #"{"type":"Polygon","coordinates":[\#(rings)]}"#
  }

  /// A collection of features; `extra` are further members.
  static func collection(_ features: [String], extra: String = "") -> String {
    #"{"type":"FeatureCollection",\#(extra)"features":["# + features.joined(separator: ",\n") + "]}"
  }

  /// Two squares beside each other that share an arc, quantised to metres with deltas.
  static let topology = """
    {"type":"Topology","transform":{"scale":[1,1],"translate":[150000,450000]},
    "objects":{"gemeenten":{"type":"GeometryCollection","geometries":[
    {"type":"Polygon","properties":{"code":"A"},"arcs":[[0,1]]},
    {"type":"MultiPolygon","properties":{"code":"B"},"arcs":[[[-1,2]]]},
    {"type":"Point","properties":{"code":"C"},"coordinates":[500,500]},
    {"type":null,"properties":{"code":"D"}}]}},
    "arcs":[[[1000,0],[0,1000]],[[1000,1000],[-1000,0],[0,-1000],[1000,0]],
    [[1000,0],[1000,0],[0,1000],[-1000,0]]]}
    """
}
