import Columnar
import DataSources
import Graphics
import Planning
import SourceText
import Wording

extension FigureMark {
  /// A map of regions.
  static let map = FigureMark("map", vega: { .map($0, $1) }, make: MapMark.make)
}

/// A map of rows: classes of a measure, or numbered dots.
private enum MapMark {
  /// The most dots that can still be found in a list.
  private static let mostDots = 60

  static func make(_ rows: FigureRows) throws(PeilError) -> any Mark {
    let map = MapRows(rows)
    guard !map.codes.isEmpty || map.withoutRegion > 0 else {
      return Choropleth(
        [], on: .shapes([]), heading: rows.valueField.heading.sentenceCased, noun: map.noun)
    }
    guard rows.valueField.type.isNumeric else {
      return try dots(map, try base(map).matched(to: map))
    }
    // Rows of several years are told as such, before their codes are held against one of them.
    let values = try map.values()
    return classes(map, try base(map).matched(to: map), values)
  }

  private static func base(_ map: MapRows) throws(PeilError) -> MapBase {
    guard let file = BoundaryFile(map.rows.spec) else { return .builtIn }
    let boundaries: Boundaries
    do {
      boundaries = try file.read()
    } catch {
      throw PeilError(error)
    }
    guard !map.codes.isEmpty else { return .builtIn }
    return try MapBase.file(boundaries, map)
  }

  private static func classes(
    _ map: MapRows, _ base: MapBase, _ values: [String: Datum]
  ) -> Choropleth {
    let regions = shown(base, map)
    let absent = Datum.missing(MissingWording(.noRow, in: map.rows.language).words)
    let ground: Choropleth.Ground =
      base.hasShapes
      ? .shapes(regions.map(\.shapes)) : .tiles(TileLayout(regions.map(\.middle)))
    let unit = map.rows.valueField.unit?.text ?? ""
    return Choropleth(
      regions.map { Choropleth.Region($0.name, values[$0.code] ?? absent, group: $0.group) },
      on: ground, classing: classing(map.rows.spec),
      heading: map.rows.valueField.heading.sentenceCased,
      noun: map.noun, remarks: remarks(map, base), style: map.rows.language.numberStyle,
      decimals: map.rows.valueField.decimals, unit: unit)
  }

  private static func classing(_ spec: FigureSpec) -> Classing {
    switch spec.settings["classes"] {
    case .word("equal"): .equal
    case .numbers(let bounds): .given(bounds)
    default: .quantile
    }
  }

  /// The regions that are drawn: all, or those of the provinces that the rows are in.
  private static func shown(_ base: MapBase, _ map: MapRows) -> [MapBase.Region] {
    let codes = Set(map.codes)
    let groups = Set(base.regions.filter { codes.contains($0.code) }.map(\.group))
    guard !groups.contains("") else { return base.regions }
    return base.regions.filter { groups.contains($0.group) }
  }

  private static func dots(_ map: MapRows, _ base: MapBase) throws(PeilError) -> DotMap {
    guard map.codes.count <= mostDots else {
      throw PeilError(
        Diagnostic(
          .error, phase: .run, code: "too-many-dots",
          "\(map.codes.count) regions are too many for numbered dots",
          notes: [
            "keep at most \(mostDots), as in `top 20 by …`, or draw a measure: `map MEASURE`"
          ]))
    }
    let codes = Set(map.codes)
    let places = base.regions.filter { codes.contains($0.code) }.map { region in
      DotMap.Place(region.name, detail: map.detail(region.code), at: region.middle)
    }
    let others = base.regions.filter { !codes.contains($0.code) }
    return DotMap(
      places, others: others.map(\.middle),
      land: base.hasShapes ? base.regions.flatMap(\.shapes) : [], remarks: remarks(map, base),
      noun: map.noun)
  }

  /// What the reader has to know of the map itself.
  private static func remarks(_ map: MapRows, _ base: MapBase) -> [String] {
    let isDutch = map.rows.language == .dutch
    var remarks: [String] = []
    if map.withoutRegion > 0 {
      let count = map.rows.language.numberStyle.integer(Int64(map.withoutRegion))
      let isOne = map.withoutRegion == 1
      remarks.append(
        isDutch
          ? "\(count) \(isOne ? "rij" : "rijen") zonder \(map.noun.one)"
          : "\(count) \(isOne ? "row" : "rows") without \(map.noun.one)")
    }
    if !base.hasShapes, map.rows.valueField.type.isNumeric {
      remarks.append(
        isDutch
          ? "Elk vakje is één \(map.noun.one)" : "Each tile is one \(map.noun.one)")
    }
    if let file = BoundaryFile(map.rows.spec), base.hasShapes {
      let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
      let year = base.day == nil ? nil : map.day.map { CalendarDate(days: $0).civil.year }
      let division = year.map { isDutch ? "indeling van \($0), " : "division of \($0), " } ?? ""
      remarks.append(isDutch ? "Grenzen: \(division)\(name)" : "Boundaries: \(division)\(name)")
    }
    if !base.hasShapes {
      remarks.append(
        isDutch
          ? "Ligging: zwaartepunten van de grenzen van \(BuiltInMunicipalities.year), CBS / Kadaster"
          : "Location: centroids of the boundaries of \(BuiltInMunicipalities.year), "
            + "CBS / Kadaster")
    }
    return remarks
  }
}
