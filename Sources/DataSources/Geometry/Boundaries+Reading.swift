package import SourceText

extension Boundaries {
  /// Reads boundaries from a file: GeoJSON or TopoJSON, in degrees or in RD.
  ///
  /// - Parameter name: how messages name the file.
  /// Throws a fault with line and column when the file is damaged or holds no regions.
  package static func read(path: String, name: String) throws(Diagnostic) -> Boundaries {
    try read(try FileBytes.read(path: path, name: name), name: name)
  }

  /// Reads boundaries from bytes.
  package static func read(_ bytes: [UInt8], name: String) throws(Diagnostic) -> Boundaries {
    do {
      return try parsed(bytes, name)
    } catch {
      throw error.diagnostic(name, bytes)
    }
  }

  private static func parsed(_ bytes: [UInt8], _ name: String) throws(JSONFault) -> Boundaries {
    var reader = JSONReader(bytes)
    var type: String?
    var geo = GeoJSONReader()
    var topo = TopoJSONReader()
    // A member may stand before `type`: what both know is told apart by its name.
    try reader.object { reader, member throws(JSONFault) in
      if member == "type", try reader.kind() == .string {
        type = try reader.string()
      } else if try !geo.member(member, &reader), try !topo.member(member, &reader) {
        try reader.skip()
      }
    }
    try reader.finish()
    let shapes: ShapeBuilder
    switch type {
    case "FeatureCollection": shapes = geo.finish()
    case "Topology": shapes = try topo.finish()
    default:
      let found = type.map { "its type is \"\($0)\"" } ?? "it has no `type`"
      throw JSONFault(
        .content(
          "these are no boundaries, \(found)",
          fix: "boundaries are a FeatureCollection (GeoJSON) or a Topology (TopoJSON)"), at: 0)
    }
    guard shapes.layers.contains(where: { !$0.drafts.isEmpty }) else {
      throw JSONFault(
        .content("there are no shapes", fix: "a file of boundaries has a shape for each region"),
        at: 0)
    }
    return try shapes.boundaries(name: name, bytes: bytes)
  }
}
