import Columnar
import Planning

extension Aggregate {
  /// The first known value.
  static let first = edge("first", "earliest", isLast: false)

  /// The last known value.
  static let last = edge("last", "latest", isLast: true)

  private static func edge(_ name: String, _ word: String, isLast: Bool) -> Aggregate {
    Aggregate(
      name, Signature([.any("x")]),
      UnitDocumentation(
        "\(name)(x)", "The known value of the \(word) period in the group.",
        details: [
          "Without a time axis, and among rows of one period, the \(name) row as the rows stand; "
            + "rows without a time come last."
        ],
        examples: ["population | summarise x = \(name)(inhabitants) by municipality | take 3"]),
      meaning: .typical, followsTime: true, result: { $0.first ?? .number },
      state: { types in EdgeState(type: types.first ?? .number, isLast: isLast) })
  }
}

/// Keeps the row at one end of each group's time.
private struct EdgeState: AggregateState {
  private let type: DataType
  private let isLast: Bool
  private var counts = KnownCounts()
  /// The period of the best row; nil for none.
  private var periods: [Period?] = []
  private var rows: [Int] = []
  private var best: Column?

  init(type: DataType, isLast: Bool) {
    self.type = type
    self.isLast = isLast
  }

  mutating func update(_ arguments: [Column], groups: [UInt32], count: Int) {
    guard let column = arguments.first else { return }
    counts.grow(to: count)
    counts.update(column, groups: groups)
    if rows.count < count {
      periods += [Period?](repeating: nil, count: count - rows.count)
      rows += [Int](repeating: -1, count: count - rows.count)
    }
    let times = arguments.count > 1 ? arguments[1].periods() : nil
    let offset = best?.count ?? 0
    for row in groups.indices where (column.missing?[row] ?? 0) == 0 {
      let group = Int(groups[row])
      let time = times?[row]
      if rows[group] < 0 || replaces(periods[group], time) {
        rows[group] = offset + row
        periods[group] = time
      }
    }
    compact(best.map { Column.concatenate([$0, column], type: type) } ?? column)
  }

  /// Whether a later row takes the place of the one kept.
  private func replaces(_ kept: Period?, _ new: Period?) -> Bool {
    switch (kept, new) {
    case (let kept?, let new?): isLast ? kept <= new : new < kept
    // A row with a time goes before one without; two without follow the order of rows.
    case (nil, _?): true
    case (_?, nil): false
    case (nil, nil): isLast
    }
  }

  /// Keeps only the rows that are needed.
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
    let unknown = [UInt8](repeating: MissingReason.unknown.rawValue, count: count)
    let values = (best ?? .allMissing(type, reasons: [])).gather(places, orMissing: unknown)
    return counts.finish(values.storage, isKnown: places.map { $0 >= 0 }, count: count)
  }
}
