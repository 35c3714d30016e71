import Columnar
import Planning

/// A measure of regions put together.
struct RegionMeasure {
  private let column: Column
  private let groups: RegionGroups

  init(_ column: Column, _ groups: RegionGroups) {
    self.column = column
    self.groups = groups
  }

  /// The sums of the known values; parts without a row count as unknown.
  func sums() throws -> Column {
    var rows: [Int] = []
    var ids: [UInt32] = []
    for (index, group) in groups.all.enumerated() {
      let parts = group.rows + [Int](repeating: -1, count: group.absent)
      rows += parts
      ids += [UInt32](repeating: UInt32(index), count: parts.count)
    }
    let absent = [UInt8](repeating: MissingReason.noRow.rawValue, count: rows.count)
    let count = groups.all.count
    var state = SumState(type: column.type)
    state.update([column.gather(rows, orMissing: absent)], groups: ids, count: count)
    return withoutLost(try state.result(count: count))
  }

  /// The weighted means; a region of several parts without a weight is not comparable.
  func averages(weight: Column?) -> Column {
    let numbers = column.numbers ?? []
    let weights = weight?.numbers
    let count = groups.all.count
    var values = [Double](repeating: 0, count: count)
    var reasons = [UInt8](repeating: 0, count: count)
    var coverage = Coverage(
      known: [Int32](repeating: 1, count: count), all: [Int32](repeating: 1, count: count))
    for (index, group) in groups.all.enumerated() {
      if group.rows.count + group.absent == 1 {
        let row = group.rows[0]
        values[index] = numbers[row]
        reasons[index] = column.missing?[row] ?? 0
        if let own = column.coverage { coverage.set(index, own.known[row], own.all[row]) }
        continue
      }
      guard let weight, let weights else {
        reasons[index] = MissingReason.notComparable.rawValue
        continue
      }
      var sum = ExactSum()
      var total = ExactSum()
      var known: Int32 = 0
      for row in group.rows where column.reason(at: row) == nil && weight.reason(at: row) == nil {
        sum.add(numbers[row] * weights[row])
        total.add(weights[row])
        known += 1
      }
      coverage.set(index, known, Int32(clamping: group.rows.count + group.absent))
      let mean = sum.value / total.value
      if known == 0 {
        reasons[index] = sharedReason(group).rawValue
      } else if mean.isFinite {
        values[index] = mean
      } else {
        reasons[index] = MissingReason.divisionByZero.rawValue
      }
    }
    return withoutLost(
      Column(
        .number(values, scale: nil), missing: reasons,
        coverage: coverage.hasPartial ? coverage : nil))
  }

  /// Sums or means, as the rows of a group name their kind.
  func mixed(kind: Column?, weight: Column?) throws -> Column {
    let sums = try sums()
    let averages = averages(weight: weight)
    let isSum = groups.all.map { group in
      group.rows.allSatisfy { row in
        guard case .text(let word)? = kind?.value(at: row) else { return false }
        return MeasureKind(name: word).map { $0.isAdditive || $0 == .cumulative } ?? false
      }
    }
    let both = Column.concatenate([sums, averages], type: .number)
    return both.gather(isSum.indices.map { isSum[$0] ? $0 : $0 + isSum.count })
  }

  private func sharedReason(_ group: RegionGroups.Group) -> MissingReason {
    let reasons = Set(group.rows.compactMap { column.reason(at: $0) })
    return reasons.count == 1 && group.absent == 0 ? reasons.first ?? .unknown : .unknown
  }

  /// Groups that cannot be compared have no value.
  private func withoutLost(_ column: Column) -> Column {
    let rows = groups.all.indices.map { groups.all[$0].isComparable ? $0 : -1 }
    let lost = [UInt8](repeating: MissingReason.notComparable.rawValue, count: rows.count)
    return column.gather(rows, orMissing: lost)
  }
}

extension Coverage {
  fileprivate mutating func set(_ row: Int, _ known: Int32, _ all: Int32) {
    self.known[row] = known
    self.all[row] = all
  }
}
