import Columnar
import Graphics
import SourceText
import StandardLibrary

/// Boundaries of another year than the figures.
extension MapBase {
  /// The regions as the rows have them: merged where regions went up in others since, and checked
  /// for codes that are not there.
  func matched(to map: MapRows) throws(PeilError) -> MapBase {
    var base = self
    if let day, let later = laterDay(map, than: day) {
      base = try merged(map, from: day, to: later)
    }
    let known = Set(base.regions.map(\.code))
    let absent = map.codes.filter { !known.contains($0) }
    guard absent.isEmpty else { throw base.fault(absent, map) }
    return base
  }

  /// The day of the rows when it is after that of the boundaries: their year, else the last merger
  /// into a region that the rows have and the boundaries do not.
  private func laterDay(_ map: MapRows, than day: Int32) -> Int32? {
    if let own = map.day { return own > day ? own : nil }
    let known = Set(regions.map(\.code))
    let codes = Set(map.codes)
    return BuiltInMunicipalities.redivisions.filter { pair in
      pair.day > day && codes.contains(pair.new) && !known.contains(pair.new)
    }.map(\.day).max()
  }

  /// The regions as they are on a later day. Throws when one was divided on the way.
  private func merged(_ map: MapRows, from day: Int32, to later: Int32) throws(PeilError)
    -> MapBase
  {
    let conversion = RegionMap(BuiltInMunicipalities.redivisions, day: later)
    let codes = Set(map.codes)
    var lost: [String] = []
    var merged: [Region] = []
    var places: [String: Int] = [:]
    for region in regions {
      let place = conversion.place(of: region.code, on: day)
      if !place.isComparable, codes.contains(place.region) || !codes.contains(region.code) {
        lost.append(region.name)
      }
      if let index = places[place.region] {
        merged[index].shapes += region.shapes
        merged[index].middle = Self.between(merged[index], region)
        merged[index].parts += region.parts
      } else {
        places[place.region] = merged.count
        var own = region
        own.code = place.region
        own.name = BuiltInMunicipalities.names[place.region] ?? region.name
        merged.append(own)
      }
    }
    guard lost.isEmpty else {
      let year = CalendarDate(days: later).civil.year
      throw PeilError(
        Diagnostic(
          .error, phase: .run, code: "boundaries-of-another-year",
          "the boundaries of \(title) are older than the figures, and these regions were divided "
            + "since: \(Self.list(lost))",
          notes: ["use the boundaries of \(year)"]))
    }
    var base = self
    base.regions = merged
    base.day = later
    return base
  }

  private static func between(_ one: Region, _ other: Region) -> MapPoint {
    let (a, b) = (Double(one.parts), Double(other.parts))
    return MapPoint(
      x: (one.middle.x * a + other.middle.x * b) / (a + b),
      y: (one.middle.y * a + other.middle.y * b) / (a + b))
  }

  /// What is said of codes without a shape or a place, with the way out.
  private func fault(_ absent: [String], _ map: MapRows) -> PeilError {
    let gone = absent.filter { code in
      BuiltInMunicipalities.redivisions.contains { $0.old == code && $0.day <= day ?? 0 }
    }
    let shown = absent.map { code in
      let name = map.name(code)
      return name == code ? code : "\(code) (\(name))"
    }
    let what = hasShapes ? "have no shape in \(title)" : "are not among \(title)"
    var notes: [String] = []
    if let first = gone.first, let day {
      let year = CalendarDate(days: day).civil.year
      let base = BuiltInMunicipalities.redivisions.last { $0.old == first && $0.day <= day }
      if let base { notes.append(base.text) }
      notes.append(
        "these are the regions of \(year): put `harmonise \(map.column) to \(year)` before `map`")
    } else {
      notes.append("codes there: such as \(example); leave the others out with `where`")
    }
    return PeilError(
      Diagnostic(
        .error, phase: .run, code: "unknown-region",
        "\(absent.count) of the \(map.codes.count) codes of `\(map.column)` \(what): "
          + Self.list(shown), notes: notes))
  }

  /// The first dozen of some names.
  private static func list(_ names: [String]) -> String {
    let rest = names.count - 12
    return names.prefix(12).joined(separator: ", ") + (rest > 0 ? " and \(rest) others" : "")
  }
}
