/// Reads GeoJSON (RFC 7946, and the `crs` member of its forerunner of 2008).
struct GeoJSONReader {
  private(set) var shapes = ShapeBuilder()
  private var drafts: [ShapeBuilder.Draft] = []

  /// Reads the members of the outermost object, one after another; false for one it does not know.
  mutating func member(_ name: String, _ reader: inout JSONReader) throws(JSONFault) -> Bool {
    switch name {
    case "features":
      var found: [ShapeBuilder.Draft] = []
      try reader.array { reader throws(JSONFault) in found.append(try Self.feature(&reader)) }
      drafts += found
    case "crs": shapes.declared = try Self.system(&reader)
    default: return false
    }
    return true
  }

  /// The shapes read.
  mutating func finish() -> ShapeBuilder {
    shapes.layers = [("", drafts)]
    return shapes
  }

  private static func feature(_ reader: inout JSONReader) throws(JSONFault) -> ShapeBuilder.Draft {
    _ = reader.peek()
    var draft = ShapeBuilder.Draft(offset: reader.offset)
    try reader.object { reader, name throws(JSONFault) in
      switch name {
      case "properties": draft.properties += try properties(&reader)
      case "id":
        if let id = try scalar(&reader) { draft.properties.append(.init(name: "id", value: id)) }
      case "geometry":
        if try reader.kind() == .word {
          _ = try reader.word()
        } else {
          try geometry(&reader, &draft)
        }
      default: try reader.skip()
      }
    }
    return draft
  }

  private static func geometry(_ reader: inout JSONReader, _ draft: inout ShapeBuilder.Draft)
    throws(JSONFault)
  {
    let start = reader.offset
    var type: (name: String, offset: Int)?
    var list: CoordinateList?
    try reader.object { reader, name throws(JSONFault) in
      switch name {
      case "type":
        let offset = reader.offset
        type = (try reader.string(), offset)
      case "coordinates": list = try CoordinateList(&reader)
      default: try reader.skip()
      }
    }
    guard let type else {
      throw JSONFault(.content("a geometry has no `type`", fix: "save the file again"), at: start)
    }
    let kind = try GeometryKind.named(type.name, at: type.offset)
    guard let list, list.depth == kind.depth else {
      throw JSONFault(
        .content(
          "the `coordinates` are not those of a \(type.name)", fix: "save the file again"),
        at: start)
    }
    draft.kind = kind
    draft.rings = list.rings
    draft.polygons = list.polygons
  }

  /// What is known of a shape: texts and numbers; lists and objects are passed over.
  static func properties(_ reader: inout JSONReader) throws(JSONFault) -> [Boundaries.Property] {
    guard try reader.kind() == .object else {
      try reader.skip()
      return []
    }
    var found: [Boundaries.Property] = []
    try reader.object { reader, name throws(JSONFault) in
      if let value = try scalar(&reader) { found.append(.init(name: name, value: value)) }
    }
    return found
  }

  /// A text, or a number as it is written; nil for anything else.
  static func scalar(_ reader: inout JSONReader) throws(JSONFault) -> String? {
    switch try reader.kind() {
    case .string: return try reader.string()
    case .number:
      let start = reader.offset
      _ = try reader.number()
      return String(decoding: reader.bytes[start..<reader.offset], as: UTF8.self)
    case .object, .array, .word:
      try reader.skip()
      return nil
    }
  }

  /// The system a `crs` member names; nil when it says nothing.
  private static func system(_ reader: inout JSONReader) throws(JSONFault)
    -> (system: CoordinateSystem, offset: Int)?
  {
    guard try reader.kind() == .object else {
      try reader.skip()
      return nil
    }
    var name: (text: String, offset: Int)?
    try reader.object { reader, member throws(JSONFault) in
      guard member == "properties", try reader.kind() == .object else { return try reader.skip() }
      try reader.object { reader, member throws(JSONFault) in
        guard member == "name", try reader.kind() == .string else { return try reader.skip() }
        let offset = reader.offset
        name = (try reader.string(), offset)
      }
    }
    guard let name else { return nil }
    guard let system = CoordinateSystem(named: name.text) else {
      throw JSONFault(
        .content(
          "the coordinate system \"\(name.text)\" is not known",
          fix: "boundaries are read in degrees (EPSG:4326) or RD (EPSG:28992): save them in one"),
        at: name.offset)
    }
    return (system, name.offset)
  }
}
