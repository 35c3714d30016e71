import SourceText

/// The two systems in which boundaries of the Netherlands are published.
enum CoordinateSystem: Equatable {
  /// Degrees: CRS84, EPSG:4326 and 4258 with the longitude first.
  case degrees
  /// Metres of the Dutch grid: EPSG:28992.
  case grid

  /// The system that a `crs` member names; nil when it is another one.
  init?(named name: String) {
    let last = name.split { $0 == ":" || $0 == "/" }.last.map(String.init) ?? name
    switch last.uppercased() {
    case "CRS84", "4326", "4258": self = .degrees
    case "28992": self = .grid
    default: return nil
    }
  }

  var name: String {
    switch self {
    case .degrees: "longitude and latitude"
    case .grid: "RD (EPSG:28992)"
    }
  }

  /// Whether a point can be of the European Netherlands, its sea included.
  func contains(_ point: MapPosition) -> Bool {
    switch self {
    case .degrees: (2.5...7.6).contains(point.x) && (50.4...55.8).contains(point.y)
    case .grid: (-80_000...305_000).contains(point.x) && (280_000...870_000).contains(point.y)
    }
  }

  /// The point in metres of the Dutch grid.
  func position(_ point: MapPosition) -> MapPosition {
    switch self {
    case .degrees: Rijksdriehoek.position(longitude: point.x, latitude: point.y)
    case .grid: point
    }
  }

  /// The system of all points, which must be those of one system.
  ///
  /// - Parameter declared: what the file says itself.
  static func find(
    _ rings: [PlacedRing], declared: (system: CoordinateSystem, offset: Int)?
  ) throws(JSONFault) -> CoordinateSystem {
    guard let first = rings.first(where: { !$0.points.isEmpty }) else {
      return declared?.system ?? .grid
    }
    let system: CoordinateSystem
    if let declared {
      system = declared.system
    } else if let fitting = [CoordinateSystem.degrees, .grid].first(where: {
      $0.contains(first.points[0])
    }) {
      system = fitting
    } else {
      throw unknown(first.points[0], first.offset)
    }
    for ring in rings {
      guard let other = ring.points.first(where: { !system.contains($0) }) else { continue }
      if let declared {
        throw JSONFault(
          .content(
            "the point \(text(other)) is not in \(declared.system.name), as `crs` says",
            fix: "correct `crs`, or save the boundaries anew in EPSG:28992"), at: ring.offset)
      }
      throw unknown(other, ring.offset)
    }
    return system
  }

  /// A point outside both systems, with the guess what it is in.
  private static func unknown(_ point: MapPosition, _ offset: Int) -> JSONFault {
    let swapped = MapPosition(x: point.y, y: point.x)
    let isMercator =
      (280_000...850_000).contains(point.x) && (6_500_000...7_600_000).contains(point.y)
    let fix: String
    if degrees.contains(swapped) {
      fix = "the latitude comes first here; GeoJSON has the longitude first: swap the two"
    } else if isMercator {
      fix = "it looks like Web Mercator (EPSG:3857): save the boundaries in EPSG:28992 or 4326"
    } else {
      fix =
        "boundaries are read in degrees (EPSG:4326) or RD (EPSG:28992), of the European Netherlands"
    }
    return JSONFault(
      .content("the point \(text(point)) lies in no known system", fix: fix), at: offset)
  }

  private static func text(_ point: MapPosition) -> String { "\(point.x), \(point.y)" }
}

/// A ring, or single points, with the place in the file.
struct PlacedRing {
  var points: [MapPosition]
  let offset: Int
}
