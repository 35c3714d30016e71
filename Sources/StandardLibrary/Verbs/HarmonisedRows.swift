import Columnar
import Planning

/// Puts rows together that belong to one region on later boundaries.
struct HarmonisedRows: TableTransform {
  let region: Int
  let time: Int
  let others: [Int]
  let rules: [RegionRule]
  let map: RegionMap
  let year: Int

  var summary: String { "harmonise to \(year)" }

  func apply(_ input: Table, _ run: TransformRun) throws -> Batch {
    let groups = try RegionGroups(input, region: region, time: time, others: others, map: map)
    var columns: [Column] = []
    for (index, rule) in rules.enumerated() {
      let column = input.columns[index]
      switch rule {
      case .sum: columns.append(try RegionMeasure(column, groups).sums())
      case .average(let weight):
        let weight = weight.map { input.columns[$0] }
        columns.append(RegionMeasure(column, groups).averages(weight: weight))
      case .mixed(let kind, let weight):
        columns.append(
          try RegionMeasure(column, groups).mixed(
            kind: kind.map { input.columns[$0] }, weight: weight.map { input.columns[$0] }))
      case .attribute: columns.append(groups.described(column))
      case .shared:
        columns.append(index == region ? groups.regions : groups.shared(column))
      }
    }
    columns.append(Column(.boolean(groups.all.map(\.isConverted))))
    note(groups, run)
    return Batch(columns: columns, count: groups.all.count)
  }

  private func note(_ groups: RegionGroups, _ run: TransformRun) {
    let lost = groups.all.count { !$0.isComparable }
    let converted = groups.all.count { $0.isConverted && $0.isComparable }
    guard lost + converted > 0 else { return }
    run.note(
      Note(
        code: "harmonised",
        dutch: "grenzen van 1 januari \(year): \(converted) "
          + "\(converted == 1 ? "regel" : "regels") omgerekend"
          + (lost > 0 ? ", \(lost) niet vergelijkbaar (splitsing of grenswijziging)" : ""),
        english: "boundaries of 1 January \(year): \(converted) "
          + "\(converted == 1 ? "row" : "rows") converted"
          + (lost > 0 ? ", \(lost) not comparable (split or change of boundary)" : "")))
  }
}
