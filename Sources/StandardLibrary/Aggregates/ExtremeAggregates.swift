import Columnar
import Planning

extension Aggregate {
  /// The smallest known value.
  static let min = extreme("min", "smallest", isMaximum: false)

  /// The largest known value.
  static let max = extreme("max", "largest", isMaximum: true)

  private static func extreme(_ name: String, _ word: String, isMaximum: Bool) -> Aggregate {
    Aggregate(
      name, Signature([.any("x")]),
      UnitDocumentation(
        "\(name)(x)", "The \(word) known value, of any type that has an order.",
        examples: ["population | where year = 2022 | summarise x = \(name)(inhabitants)"]),
      meaning: .typical, isTotal: true,
      moments: Aggregate.FromMoments(isMaximum ? .greatest : .least) { moments, _ in
        moments.finish(isMaximum ? moments.greatest : moments.least)
      },
      result: { $0.first ?? .number },
      state: { types in ExtremeState(type: types.first ?? .number, isMaximum: isMaximum) })
  }
}

/// Keeps the row with the best value of each group.
private struct ExtremeState: AggregateState {
  private let type: DataType
  private let isMaximum: Bool
  private var counts = KnownCounts()
  /// The best rows so far, one for each group that has one.
  private var best: Column?
  private var rows: [Int] = []

  init(type: DataType, isMaximum: Bool) {
    self.type = type
    self.isMaximum = isMaximum
  }

  mutating func update(_ arguments: [Column], groups: [UInt32], count: Int) {
    guard let column = arguments.first else { return }
    counts.grow(to: count)
    counts.update(column, groups: groups)
    take(column, groups: groups, count: count)
  }

  /// Lets rows compete.
  private mutating func take(_ column: Column, groups: [UInt32], count: Int) {
    if rows.count < count { rows += [Int](repeating: -1, count: count - rows.count) }
    // Old winners and new rows are ranked together, so that texts follow the one order.
    let joined = best.map { Column.concatenate([$0, column], type: type) } ?? column
    let offset = best?.count ?? 0
    let ranks = joined.ranks()
    for row in groups.indices where (column.missing?[row] ?? 0) == 0 {
      let group = Int(groups[row])
      let candidate = offset + row
      if rows[group] < 0 || isBetter(ranks[candidate], ranks[rows[group]]) {
        rows[group] = candidate
      }
    }
    compact(joined)
  }

  var isMergeable: Bool { true }

  mutating func merge(_ other: any AggregateState, groups: [UInt32], count: Int) {
    guard let other = other as? Self else { return }
    counts.merge(other.counts, groups: groups, count: count)
    guard let theirs = other.best else { return }
    var winners: [UInt32] = []
    var places: [Int] = []
    for group in other.rows.indices where other.rows[group] >= 0 {
      places.append(other.rows[group])
      winners.append(groups[group])
    }
    take(theirs.gather(places), groups: winners, count: count)
  }

  private func isBetter(_ left: Int, _ right: Int) -> Bool {
    isMaximum ? left > right : left < right
  }

  /// Keeps only the winners.
  private mutating func compact(_ joined: Column) {
    var kept: [Int] = []
    for group in rows.indices where rows[group] >= 0 {
      kept.append(rows[group])
      rows[group] = kept.count - 1
    }
    best = joined.gather(kept)
  }

  func result(count: Int) -> Column {
    var counts = counts
    counts.grow(to: count)
    let places = (0..<count).map { $0 < rows.count ? rows[$0] : -1 }
    let isKnown = places.map { $0 >= 0 }
    let unknown = [UInt8](repeating: MissingReason.unknown.rawValue, count: count)
    let values = (best ?? .allMissing(type, reasons: [])).gather(places, orMissing: unknown)
    return counts.finish(values.storage, isKnown: isKnown, count: count)
  }
}
