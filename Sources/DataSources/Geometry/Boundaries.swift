/// A point of a map, in metres of the Dutch grid (RD New, EPSG:28992): x to the east, y to the north.
package struct MapPosition: Sendable, Hashable {
  package var x: Double
  package var y: Double

  /// Makes a point.
  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A closed line: the last point is the first again.
package typealias MapRing = [MapPosition]

/// Shapes of regions, read from a file.
///
/// A file has a layer, or several: the objects of a TopoJSON file. Which property holds the codes
/// is not said by any of the formats; who has codes asks ``match(_:)``.
package struct Boundaries: Sendable {
  /// How messages name the file.
  package let name: String
  package let layers: [Layer]
  /// The number of bytes of the file, and what was in them.
  package let bytes: [UInt8]

  /// Shapes that belong together.
  package struct Layer: Sendable {
    package let name: String
    package var shapes: [Shape]
  }

  /// One region.
  package struct Shape: Sendable {
    /// Texts and numbers the file tells about it, in the order of the file.
    package var properties: [Property] = []
    /// Its parts; each the outer ring first, then the holes.
    package var polygons: [[MapRing]] = []
    /// Single points.
    package var points: [MapPosition] = []
    /// Where it begins in the file, in bytes.
    package let offset: Int
  }

  /// A fact about a shape.
  package struct Property: Sendable, Hashable {
    package let name: String
    package let value: String
  }

  /// Where a shape begins: "line 3, column 1".
  package func place(_ shape: Shape) -> String { JSONFault.place(of: shape.offset, in: bytes) }
}

extension Boundaries.Shape {
  /// The value of a property, or nil.
  package func property(_ name: String) -> String? {
    properties.first { $0.name == name }?.value
  }
}

extension Boundaries {
  /// The layer and the property in which most of some codes are found.
  package struct Match: Sendable {
    package let layer: Layer
    package let property: String
    /// How many of the codes are there.
    package let count: Int
  }

  /// The layer and property with the most of the codes; of equals the first in the file. Nil when
  /// no property has any of them.
  package func match(_ codes: [String]) -> Match? {
    let wanted = Set(codes)
    var best: Match?
    for layer in layers {
      for name in Self.names(layer) {
        let found = Set(layer.shapes.compactMap { $0.property(name) }).intersection(wanted).count
        if found > best?.count ?? 0 { best = Match(layer: layer, property: name, count: found) }
      }
    }
    return best
  }

  /// All properties of the shapes of a layer, in the order in which they first occur.
  package static func names(_ layer: Layer) -> [String] {
    var names: [String] = []
    for shape in layer.shapes {
      for property in shape.properties where !names.contains(property.name) {
        names.append(property.name)
      }
    }
    return names
  }
}
