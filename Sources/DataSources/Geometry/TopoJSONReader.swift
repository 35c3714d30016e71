/// Reads TopoJSON 1.0: shapes that share their borders as arcs, quantised and delta-coded or not.
struct TopoJSONReader {
  /// A shape that names its arcs; -1 - i is arc i backwards.
  private struct Draft {
    var properties: [Boundaries.Property] = []
    var kind: GeometryKind?
    /// Rings of arcs, with the place of each, and where a polygon begins.
    var rings: [(arcs: [Int], offset: Int)] = []
    var polygons: [Int] = []
    var points: [PlacedRing] = []
    let offset: Int
  }

  private var layers: [(name: String, drafts: [Draft])] = []
  private var arcs: [[MapPosition]] = []
  private var scale: MapPosition?
  private var translate = MapPosition(x: 0, y: 0)

  /// Reads the members of the outermost object, one after another; false for one it does not know.
  mutating func member(_ name: String, _ reader: inout JSONReader) throws(JSONFault) -> Bool {
    switch name {
    case "objects":
      var found: [(name: String, drafts: [Draft])] = []
      try reader.object { reader, name throws(JSONFault) in
        var drafts: [Draft] = []
        try Self.geometry(&reader, &drafts, depth: 0)
        found.append((name, drafts))
      }
      layers += found
    case "arcs":
      var found: [[MapPosition]] = []
      try reader.array { reader throws(JSONFault) in
        let list = try CoordinateList(&reader)
        guard list.depth == 1, let arc = list.rings.first, arc.points.count > 1 else {
          throw JSONFault(
            .content("an arc has fewer than two points", fix: "save the file again"),
            at: reader.offset)
        }
        found.append(arc.points)
      }
      arcs = found
    case "transform":
      var (scale, translate): (MapPosition?, MapPosition?)
      try reader.object { reader, name throws(JSONFault) in
        switch name {
        case "scale": scale = try CoordinateList(&reader).rings.first?.points.first
        case "translate": translate = try CoordinateList(&reader).rings.first?.points.first
        default: try reader.skip()
        }
      }
      (self.scale, self.translate) = (scale, translate ?? self.translate)
    default: return false
    }
    return true
  }

  /// The shapes read, with their arcs put together.
  mutating func finish() throws(JSONFault) -> ShapeBuilder {
    if scale != nil {
      for index in arcs.indices { arcs[index] = decoded(arcs[index]) }
    }
    var shapes = ShapeBuilder()
    for layer in layers {
      var drafts: [ShapeBuilder.Draft] = []
      for draft in layer.drafts {
        var shape = ShapeBuilder.Draft(
          properties: draft.properties, kind: draft.kind, polygons: draft.polygons,
          offset: draft.offset)
        for ring in draft.rings { shape.rings.append(try joined(ring.arcs, at: ring.offset)) }
        for var place in draft.points {
          place.points = place.points.map(unquantised)
          shape.rings.append(place)
        }
        drafts.append(shape)
      }
      shapes.layers.append((layer.name, drafts))
    }
    return shapes
  }

  /// The points of a quantised arc, each of which tells its distance to the one before.
  private func decoded(_ arc: [MapPosition]) -> [MapPosition] {
    var at = MapPosition(x: 0, y: 0)
    return arc.map { step in
      at = MapPosition(x: at.x + step.x, y: at.y + step.y)
      return unquantised(at)
    }
  }

  private func unquantised(_ point: MapPosition) -> MapPosition {
    guard let scale else { return point }
    return MapPosition(x: point.x * scale.x + translate.x, y: point.y * scale.y + translate.y)
  }

  /// The ring that arcs make, one behind the other.
  private func joined(_ indices: [Int], at offset: Int) throws(JSONFault) -> PlacedRing {
    var points: [MapPosition] = []
    for index in indices {
      let place = index < 0 ? -1 - index : index
      guard arcs.indices.contains(place) else {
        throw JSONFault(
          .content("there is no arc \(index)", fix: "the file is not whole: save it again"),
          at: offset)
      }
      let arc = index < 0 ? arcs[place].reversed() : arcs[place]
      if let last = points.last, last != arc[0] {
        throw JSONFault(
          .content(
            "arc \(index) does not begin where the one before it ends", fix: "save the file again"),
          at: offset)
      }
      points += points.isEmpty ? arc[...] : arc.dropFirst()
    }
    return PlacedRing(points: points, offset: offset)
  }

  /// A geometry, or those of a collection.
  private static func geometry(
    _ reader: inout JSONReader, _ drafts: inout [Draft], depth: Int
  ) throws(JSONFault) {
    guard depth < 20 else { throw JSONFault(.tooDeep, at: reader.offset) }
    _ = reader.peek()
    var draft = Draft(offset: reader.offset)
    var type: (name: String, offset: Int)?
    var members: [Draft] = []
    try reader.object { reader, name throws(JSONFault) in
      switch name {
      case "type" where try reader.kind() == .string:
        let offset = reader.offset
        type = (try reader.string(), offset)
      case "properties": draft.properties += try GeoJSONReader.properties(&reader)
      case "id":
        if let id = try GeoJSONReader.scalar(&reader) {
          draft.properties.append(.init(name: "id", value: id))
        }
      case "geometries":
        try reader.array { reader throws(JSONFault) in
          try geometry(&reader, &members, depth: depth + 1)
        }
      case "arcs": try arcs(&reader, &draft)
      case "coordinates": draft.points = try CoordinateList(&reader).rings
      default: try reader.skip()
      }
    }
    if type?.name == "GeometryCollection" {
      drafts += members
      return
    }
    if let type { draft.kind = try GeometryKind.named(type.name, at: type.offset) }
    drafts.append(draft)
  }

  /// The arcs of a polygon, a list of rings, or of several, a list of those.
  private static func arcs(_ reader: inout JSONReader, _ draft: inout Draft) throws(JSONFault) {
    var rings: [(arcs: [Int], offset: Int)] = []
    var polygons: [Int] = []
    func ring(_ reader: inout JSONReader) throws(JSONFault) {
      let offset = reader.offset
      var indices: [Int] = []
      try reader.array { reader throws(JSONFault) in
        let number = try reader.number()
        guard let index = Int(exactly: number) else { throw reader.fault("the number of an arc") }
        indices.append(index)
      }
      rings.append((indices, offset))
    }
    var isDeep = false
    try reader.array { reader throws(JSONFault) in
      guard try reader.kind() == .array else { throw reader.fault("a list of arcs") }
      let start = reader.offset
      try reader.take("[")
      isDeep = reader.peek() == UInt8(ascii: "[")
      reader.offset = start
      if isDeep {
        polygons.append(rings.count)
        try reader.array { reader throws(JSONFault) in try ring(&reader) }
      } else {
        try ring(&reader)
      }
    }
    draft.rings = rings
    draft.polygons = isDeep ? polygons : [0]
  }
}
