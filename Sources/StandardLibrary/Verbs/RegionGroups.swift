import Columnar
import Planning
import SourceText

/// The rows of a table that belong together on later boundaries.
struct RegionGroups {
  /// Rows that become one.
  struct Group {
    /// The rows, in order; never empty.
    var rows: [Int]
    /// Where they belong; nil when region or time is missing: such a row stays as it is.
    let region: String?
    /// How many regions went up in it that have no row.
    var absent = 0
    var isComparable = true
    var isConverted = false
  }

  private(set) var all: [Group] = []
  /// The region of each group.
  let regions: Column
  /// A row that describes each region as it is now, or -1.
  private var descriptions: [Int] = []

  /// Groups rows. Throws when a region has two rows of one period.
  init(_ input: Table, region: Int, time: Int, others: [Int], map: RegionMap) throws {
    let names = input.columns[region]
    let periods = input.columns[time].periods()
    var places: [Site: RegionMap.Place] = [:]
    var belongs = ColumnBuilder(.text)
    var placed: [RegionMap.Place?] = []
    for row in 0..<input.count {
      guard case .text(let code) = names.value(at: row), let day = periods[row]?.firstDay else {
        placed.append(nil)
        belongs.append(names.value(at: row))
        continue
      }
      let site = Site(region: code, day: day)
      let place = places[site] ?? map.place(of: code, on: day)
      places[site] = place
      placed.append(place)
      belongs.append(.text(place.region))
    }
    let keys = [belongs.finish()] + (others + [time]).map { input.columns[$0] }
    var encoder = KeyEncoder(columnCount: keys.count)
    let ids = encoder.encode(keys, count: input.count).ids
    var positions = [Int](repeating: -1, count: encoder.count)
    for row in 0..<input.count {
      guard let place = placed[row] else {
        all.append(Group(rows: [row], region: nil))
        continue
      }
      let id = Int(ids[row])
      if positions[id] < 0 {
        positions[id] = all.count
        all.append(Group(rows: [], region: place.region))
      }
      if all[positions[id]].rows.contains(where: { names.value(at: $0) == names.value(at: row) }) {
        throw Self.duplicate(row, input, [region] + others + [time])
      }
      all[positions[id]].rows.append(row)
      if !place.isComparable { all[positions[id]].isComparable = false }
    }
    var parts: [Site: [String]] = [:]
    for index in all.indices {
      guard let code = all[index].region, let first = all[index].rows.first,
        let day = periods[first]?.firstDay, day < map.day
      else { continue }
      let site = Site(region: code, day: day)
      let expected = parts[site] ?? map.parts(of: code, on: day)
      parts[site] = expected
      let present = all[index].rows.map { names.value(at: $0) }
      all[index].absent = expected.count { !present.contains(.text($0)) }
      all[index].isConverted =
        !all[index].isComparable || all[index].absent > 0 || present != [.text(code)]
    }
    regions = Self.column(all, names)
    descriptions = Self.descriptions(all, names, periods, day: map.day)
  }

  /// A region on a day.
  private struct Site: Hashable {
    let region: String
    let day: Int32
  }

  private static func column(_ groups: [Group], _ names: Column) -> Column {
    var builder = ColumnBuilder(.text)
    for group in groups {
      builder.append(group.region.map { .text($0) } ?? names.value(at: group.rows.first ?? 0))
    }
    return builder.finish()
  }

  /// For each group the row of its region nearest to the later boundaries.
  private static func descriptions(
    _ groups: [Group], _ names: Column, _ periods: [Period?], day: Int32
  ) -> [Int] {
    var best: [String: (row: Int, distance: Int)] = [:]
    for row in 0..<names.count {
      guard case .text(let code) = names.value(at: row), let first = periods[row]?.firstDay else {
        continue
      }
      let distance = abs(Int(first) - Int(day))
      if best[code].map({ distance < $0.distance }) ?? true { best[code] = (row, distance) }
    }
    return groups.map { group in group.region.flatMap { best[$0]?.row } ?? -1 }
  }

  /// A column that says something of the region: as the region is now, else what its parts share.
  func described(_ column: Column) -> Column {
    gather(column) { index in
      descriptions[index] >= 0 ? descriptions[index] : sharedRow(column, index)
    }
  }

  /// A column of which only what all parts agree on can be kept.
  func shared(_ column: Column) -> Column { gather(column) { sharedRow(column, $0) } }

  private func gather(_ column: Column, converted row: (Int) -> Int) -> Column {
    let rows = all.indices.map { index in
      all[index].rows.count == 1 && !all[index].isConverted ? all[index].rows[0] : row(index)
    }
    let unknown = [UInt8](repeating: MissingReason.unknown.rawValue, count: rows.count)
    return column.gather(rows, orMissing: unknown)
  }

  private func sharedRow(_ column: Column, _ index: Int) -> Int {
    let rows = all[index].rows
    guard let first = rows.first else { return -1 }
    let value = column.value(at: first)
    return rows.allSatisfy { column.value(at: $0) == value } ? first : -1
  }

  private static func duplicate(_ row: Int, _ input: Table, _ columns: [Int]) -> Diagnostic {
    let values = columns.map { index in
      "\(input.schema.fields[index].name) = \(input.columns[index].value(at: row).shown)"
    }
    return Diagnostic(
      .error, phase: .run, code: "duplicate-period",
      "a region has two rows of one period, so it is not known what adds up",
      notes: [
        "first twice: " + values.joined(separator: ", "),
        "aggregate first, or declare the other columns that tell rows apart as keys",
      ])
  }
}
