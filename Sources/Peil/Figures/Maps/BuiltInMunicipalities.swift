import Columnar
import DataSources
import Planning
import StandardLibrary

/// What the built-in datasets tell about where municipalities lie and what became of them.
enum BuiltInMunicipalities {
  /// The year of whose boundaries the middles are.
  static let year = 2022

  /// A municipality with the middle of its area, in metres of the Dutch grid.
  struct Middle: Sendable {
    let code: String
    let name: String
    let province: String
    let position: MapPosition
  }

  /// The municipalities of ``year``, by code.
  static let middles: [Middle] = {
    guard
      let table = try? rows("municipalities", ["municipality", "name", "province", "lon", "lat"])
    else { return [] }
    return (0..<table.count).compactMap { row in
      guard case .text(let code) = table.columns[0].value(at: row),
        case .text(let name) = table.columns[1].value(at: row),
        case .text(let province) = table.columns[2].value(at: row),
        let longitude = table.columns[3].value(at: row).asNumber,
        let latitude = table.columns[4].value(at: row).asNumber
      else { return nil }
      return Middle(
        code: code, name: name, province: province,
        position: Rijksdriehoek.position(longitude: longitude, latitude: latitude))
    }.sorted { $0.code < $1.code }
  }()

  /// The province of every municipality that is known, also of one that is gone.
  static let provinces: [String: String] = {
    guard let table = try? rows("municipalities", ["municipality", "province"]) else { return [:] }
    var provinces: [String: String] = [:]
    for row in 0..<table.count {
      if case .text(let code) = table.columns[0].value(at: row),
        case .text(let province) = table.columns[1].value(at: row)
      {
        provinces[code] = province
      }
    }
    return provinces
  }()

  /// The names of municipalities, also of those that are gone.
  static let names: [String: String] = {
    guard let table = try? rows("municipalities", ["municipality", "name"]) else { return [:] }
    var names: [String: String] = [:]
    for row in 0..<table.count {
      if case .text(let code) = table.columns[0].value(at: row),
        case .text(let name) = table.columns[1].value(at: row)
      {
        names[code] = name
      }
    }
    for pair in redivisions {
      let parts = pair.text.split(separator: " → ")
      if names[pair.old] == nil, parts.count == 2 { names[pair.old] = String(parts[0]) }
    }
    return names
  }()

  /// The redivisions that are built in.
  static let redivisions: [Redivision] = {
    let columns = ["old", "new", "date", "kind", "old_name", "new_name"]
    guard let table = try? rows("redivisions", columns),
      let set = try? BreakReader.read(table, title: "`redivisions`", key: "municipality")
    else { return [] }
    return set.redivisions
  }()

  private static func rows(_ name: String, _ columns: [String]) throws -> Table {
    guard let embedded = EmbeddedDataset.named(name) else {
      return Table(schema: Schema([]), columns: [], count: 0)
    }
    return try CSVSource(bytes: embedded.rows, displayName: "\(name).csv").read(columns: columns)
  }
}
