import Columnar
import DataSources
import Graphics
import SourceText
import StandardLibrary
import Wording

/// Regions that can be drawn: the shapes of a file, or the built-in middles.
struct MapBase {
  /// A region with what it is drawn by.
  struct Region {
    var code: String
    var name: String
    var group: String
    /// Its shapes; several when regions that merged are put together.
    var shapes: [MapShape] = []
    var middle: MapPoint
    /// How many middles it is made of.
    var parts = 1
  }

  /// What messages call it: the file, or what is built in.
  let title: String
  var regions: [Region]
  /// The first day on which regions are as they are here; nil when that cannot be told.
  var day: Int32?
  let hasShapes: Bool
  /// A code as the file has it, for messages.
  var example: String { regions.first?.code ?? "" }

  /// The municipalities that are built in.
  static let builtIn = MapBase(
    title: "the built-in municipalities",
    regions: BuiltInMunicipalities.middles.map { municipality in
      Region(
        code: municipality.code, name: municipality.name, group: municipality.province,
        middle: MapPoint(x: municipality.position.x, y: municipality.position.y))
    }, day: Period.year(BuiltInMunicipalities.year).firstDay, hasShapes: false)

  /// The shapes of a file, by the property with the most of some codes. Throws when none has any.
  static func file(_ boundaries: Boundaries, _ map: MapRows) throws(PeilError) -> MapBase {
    guard let match = boundaries.match(map.codes) else { throw noMatch(boundaries, map) }
    var regions: [Region] = []
    for shape in match.layer.shapes {
      guard let code = shape.property(match.property) else { continue }
      let polygons = shape.polygons.map { $0.map { $0.map { MapPoint(x: $0.x, y: $0.y) } } }
      let point = shape.points.first.map { MapPoint(x: $0.x, y: $0.y) }
      guard let middle = point ?? ShapeMiddle.of(polygons) else { continue }
      if let known = regions.firstIndex(where: { $0.code == code }) {
        // A region of two shapes, as some files have islands.
        regions[known].shapes[0] += polygons
        continue
      }
      let name = map.field.entity?.label(of: code) ?? BuiltInMunicipalities.names[code] ?? code
      regions.append(
        Region(
          code: code, name: name, group: BuiltInMunicipalities.provinces[code] ?? "",
          shapes: [polygons], middle: middle))
    }
    let hasShapes = regions.allSatisfy { !($0.shapes.first?.isEmpty ?? true) }
    let codes = Set(regions.map(\.code))
    // The last day on which a region went up in another, as this file has it.
    let day = BuiltInMunicipalities.redivisions.filter { pair in
      pair.old != pair.new && !codes.contains(pair.old) && codes.contains(pair.new)
    }.map(\.day).max()
    let isOfMunicipalities = codes.contains { BuiltInMunicipalities.names[$0] != nil }
    return MapBase(
      title: boundaries.name, regions: regions,
      day: isOfMunicipalities ? day ?? 0 : nil, hasShapes: hasShapes)
  }

  private static func noMatch(_ boundaries: Boundaries, _ map: MapRows) -> PeilError {
    var notes: [String] = []
    for layer in boundaries.layers {
      for name in Boundaries.names(layer) {
        guard let value = layer.shapes.lazy.compactMap({ $0.property(name) }).first else {
          continue
        }
        notes.append("`\(name)` has \(value)")
      }
    }
    let found = map.codes.prefix(3).joined(separator: ", ")
    return PeilError(
      Diagnostic(
        .error, phase: .run, code: "no-matching-codes",
        "no property of the shapes in \(boundaries.name) has the codes of `\(map.column)`",
        notes: ["`\(map.column)` has \(found)"] + notes.prefix(8)
          + ["name the column with the codes of the file: `by COLUMN`"]))
  }
}
