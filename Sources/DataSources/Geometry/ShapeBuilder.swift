/// Shapes as they are read, before the system of their coordinates is known.
struct ShapeBuilder {
  /// A shape with its lists of points.
  struct Draft {
    var properties: [Boundaries.Property] = []
    var kind: GeometryKind?
    var rings: [PlacedRing] = []
    /// Where a polygon begins, as positions in `rings`.
    var polygons: [Int] = []
    let offset: Int
  }

  /// The layers read so far.
  var layers: [(name: String, drafts: [Draft])] = []
  /// The system the file says it is in, and where it says so.
  var declared: (system: CoordinateSystem, offset: Int)?

  /// The shapes in metres of the Dutch grid, each ring checked.
  func boundaries(name: String, bytes: [UInt8]) throws(JSONFault) -> Boundaries {
    let system = try CoordinateSystem.find(
      layers.flatMap { $0.drafts.flatMap(\.rings) }, declared: declared)
    var finished: [Boundaries.Layer] = []
    for layer in layers {
      var shapes: [Boundaries.Shape] = []
      for draft in layer.drafts { shapes.append(try Self.shape(draft, system)) }
      finished.append(Boundaries.Layer(name: layer.name, shapes: shapes))
    }
    return Boundaries(name: name, layers: finished, bytes: bytes)
  }

  private static func shape(_ draft: Draft, _ system: CoordinateSystem) throws(JSONFault)
    -> Boundaries.Shape
  {
    var shape = Boundaries.Shape(properties: draft.properties, offset: draft.offset)
    switch draft.kind {
    case nil: break
    case .point, .points:
      shape.points = draft.rings.flatMap(\.points).map(system.position)
    case .polygon, .polygons:
      let about = shape.properties.first { !$0.value.isEmpty }.map { " of \($0.value)" } ?? ""
      for (index, start) in draft.polygons.enumerated() {
        let end =
          index + 1 < draft.polygons.count ? draft.polygons[index + 1] : draft.rings.count
        var polygon: [MapRing] = []
        for ring in draft.rings[start..<end] {
          let points = ring.points.map(system.position)
          try RingCheck.check(points, about: about, at: ring.offset)
          polygon.append(points)
        }
        shape.polygons.append(polygon)
      }
    }
    return shape
  }
}
