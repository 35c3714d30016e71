import Columnar
import Planning

extension Aggregate {
  /// The exact sum, rounded once.
  static let sum = Aggregate(
    "sum", Signature([.numeric("x"), .numeric("weight", optional: true, labelled: true)]),
    UnitDocumentation(
      "sum(x, weight: W)",
      "The sum of the known values; of none it is missing with their reason.",
      details: [
        "The sum is exact and rounded once, so the order of rows cannot matter.",
        "With a weight the sum of x × weight; a row without a weight is unknown in the coverage.",
      ],
      examples: ["population | where year = 2022 | summarise total = sum(inhabitants)"]),
    meaning: .total,
    moments: Aggregate.FromMoments(.sum) { moments, _ in
      try MomentSums(moments).sums()
    },
    result: { $0.count > 1 ? .number : $0.first ?? .number },
    state: { types in
      types.count > 1
        ? WeightedState(isMean: false) as any AggregateState
        : SumState(type: types.first ?? .number)
    })
}

/// Adds exactly: integers in 128 bits, decimals as scaled integers, other numbers without loss.
struct SumState: AggregateState {
  private let type: DataType
  private var counts = KnownCounts()
  /// Sums of integers, and of decimals times 10^scale.
  private var whole: [Int128] = []
  private var scale: UInt8 = 0
  /// Sums of numbers that are no decimals; empty as long as there are none. The two kinds meet
  /// when the result is read, so that it does not matter which rows came together.
  private var loose = LooseSums()

  init(type: DataType) {
    self.type = type
  }

  var isMergeable: Bool { true }

  mutating func merge(_ other: any AggregateState, groups: [UInt32], count: Int) {
    guard let other = other as? Self else { return }
    grow(to: count)
    counts.merge(other.counts, groups: groups, count: count)
    raise(to: other.scale)
    var factor: Int128 = 1
    for _ in other.scale..<scale { factor *= 10 }
    for group in other.whole.indices { whole[Int(groups[group])] += other.whole[group] * factor }
    if !other.loose.isEmpty { loose.merge(other.loose, groups: groups, count: count) }
  }

  mutating func update(_ arguments: [Column], groups: [UInt32], count: Int) {
    guard let column = arguments.first else { return }
    grow(to: count)
    counts.update(column, groups: groups)
    let missing = column.missing
    if let integers = column.integers {
      for row in groups.indices where (missing?[row] ?? 0) == 0 {
        whole[Int(groups[row])] += Int128(integers[row])
      }
    } else if let numbers = column.numbers {
      guard let own = column.scale else {
        return loose.add(numbers, missing: missing, groups: groups, count: count)
      }
      raise(to: own)
      let shift = Scaling.powers[Int(scale)]
      for row in groups.indices where (missing?[row] ?? 0) == 0 {
        let scaled = (numbers[row] * shift).rounded(.toNearestOrEven)
        // Below 2^63 even at a larger scale than its own, of at most 15 decimals and 2^53.
        whole[Int(groups[row])] += Int64(exactly: scaled).map { Int128($0) } ?? Int128(scaled)
      }
    }
  }

  private mutating func grow(to count: Int) {
    counts.grow(to: count)
    if whole.count < count { whole += [Int128](repeating: 0, count: count - whole.count) }
  }

  private mutating func raise(to new: UInt8) {
    guard new > scale else { return }
    var factor: Int128 = 1
    for _ in scale..<new { factor *= 10 }
    for group in whole.indices { whole[group] *= factor }
    scale = new
  }

  func result(count: Int) throws -> Column {
    var counts = counts
    counts.grow(to: count)
    let isKnown = (0..<count).map { counts.known[$0] > 0 }
    if type == .integer {
      let values = try (0..<count).map { group -> Int64 in
        let sum = group < whole.count ? whole[group] : 0
        guard let value = Int64(exactly: sum) else { throw overflow(group) }
        return value
      }
      return counts.finish(.integer(values), isKnown: isKnown, count: count)
    }
    let sums = try numbers(count: count)
    return counts.finish(.number(sums.values, scale: sums.scale), isKnown: isKnown, count: count)
  }

  /// The sums as numbers, and their scale when it still holds.
  func numbers(count: Int) throws -> (values: [Double], scale: UInt8?) {
    var holds = loose.isEmpty
    let divisor = Scaling.powers[Int(scale)]
    let values = try (0..<count).map { group -> Double in
      let sum = group < whole.count ? whole[group] : 0
      guard loose.isEmpty else { return try joined(sum, group) }
      if sum.magnitude >= 1 << 53 { holds = false }
      return Double(sum) / divisor
    }
    return (values, holds ? scale : nil)
  }

  /// The two kinds of sums of a group together.
  private func joined(_ whole: Int128, _ group: Int) throws -> Double {
    var sum = loose.sum(group)
    let divisor = Scaling.powers[Int(scale)]
    // A scaled sum may be larger than a double holds: it goes over in two parts.
    let high = whole >> 40
    if whole != 0 {
      sum.add(Double(high) * 0x1p40 / divisor)
      sum.add(Double(whole - high << 40) / divisor)
    }
    guard !sum.hasOverflowed else { throw overflow(group) }
    return sum.value
  }

  /// How many values each group has.
  func knownCount(_ group: Int) -> Int64 {
    group < counts.known.count ? counts.known[group] : 0
  }

  /// The result of a mean: sums divided by counts, with the same coverage.
  func mean(_ divisors: [Int64], count: Int) throws -> Column {
    var counts = counts
    counts.grow(to: count)
    let sums = try numbers(count: count).values
    let isKnown = (0..<count).map { $0 < divisors.count && divisors[$0] > 0 }
    let values = (0..<count).map { isKnown[$0] ? sums[$0] / Double(divisors[$0]) : 0 }
    return counts.finish(.number(values, scale: nil), isKnown: isKnown, count: count)
  }

  private func overflow(_ group: Int) -> EvaluationFault { Self.overflow(group) }

  /// The fault of a sum that its type does not hold.
  static func overflow(_ group: Int) -> EvaluationFault {
    EvaluationFault(
      code: "sum-overflow", "the sum is too large", row: group,
      notes: ["add numbers instead of integers, as in `sum x * 1.0`"])
  }
}
