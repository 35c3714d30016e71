package import Wording

/// A region as plain shapes in pixels, for formats that draw maps themselves.
package struct MapOutline: Sendable {
  package let name: String
  /// The value; nil where there is none.
  package let value: Double?
  /// The class of the value as the legend names it, or the reason why there is none.
  package let label: String
  /// Polygons of rings, the outer one first; a ring ends where it begins.
  package let polygons: MapShape
}

extension Choropleth {
  /// The regions within a frame, y running down.
  package func outlines(width: Double, height: Double, in language: Language) -> [MapOutline] {
    let shapes = polygons(width: width, height: height)
    let labels = classLabels(language.mapPhrases)
    return zip(regions, shapes).map { region, polygons in
      MapOutline(
        name: region.name, value: region.value.value,
        label: region.value.value.map { labels[classes.index(of: $0)] }
          ?? region.value.reason(language.phrases), polygons: polygons)
    }
  }

  /// The entries of the legend, from low to high, then the reasons of what has no value.
  package func legend(in language: Language) -> [(label: String, colour: Colour)] {
    let labels = ranked.isEmpty ? [] : classLabels(language.mapPhrases)
    return labels.enumerated().map { ($1, ClassColours.light[shade($0)]) }
      + missing(language).map { ($0.reason, Palette.light.hatch) }
  }

  private func polygons(width: Double, height: Double) -> [MapShape] {
    switch ground {
    case .shapes(let shapes):
      let points = shapes.lazy.flatMap {
        $0.lazy.flatMap { $0.lazy.flatMap { $0.lazy.flatMap { $0 } } }
      }
      guard let scale = MapScale(points, left: 0, top: 0, width: width, height: height) else {
        return shapes.map { _ in [] }
      }
      return BorderNetwork(shapes, scale: scale).rings.map(MapOutline.polygons)
    case .tiles(let layout):
      let side = min(
        width / Double(max(layout.columns, 1)), height / Double(max(layout.rows, 1)))
      return layout.tiles.map { tile in
        let corners = [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)].map { x, y in
          MapPoint(x: (Double(tile.column) + x) * side, y: (Double(tile.row) + y) * side)
        }
        return [[corners]]
      }
    }
  }
}

extension MapOutline {
  /// Rings of a border as polygons: each that goes round the one way begins one, holes follow it.
  static func polygons(_ rings: [[GridPoint]]) -> MapShape {
    var polygons: MapShape = []
    for ring in rings {
      var points = ring.map { MapPoint(x: $0.pixels.x, y: $0.pixels.y) }
      if let first = points.first { points.append(first) }
      if BorderNetwork.doubleArea(ring) > 0 || polygons.isEmpty {
        polygons.append([points])
      } else {
        polygons[polygons.count - 1].append(points)
      }
    }
    return polygons
  }
}

extension DotMap {
  /// The places in their order, the middles of the others and the land, within a frame, y running
  /// down.
  package func outlines(width: Double, height: Double) -> (
    places: [MapPoint], others: [MapPoint], land: [MapShape]
  ) {
    let points = land.flatMap { $0.flatMap { $0.flatMap { $0 } } } + others + places.map(\.point)
    guard let scale = MapScale(points, left: 0, top: 0, width: width, height: height) else {
      return ([], [], [])
    }
    let borders = land.isEmpty ? [] : BorderNetwork(land.map { [$0] }, scale: scale).rings
    return (
      places.map { scale.place($0.point) }, others.map(scale.place),
      borders.map(MapOutline.polygons)
    )
  }
}
