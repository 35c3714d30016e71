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
    moments: Aggregate.FromMoments(.sum) { try SumState($0).result(count: $0.all.count) },
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
  private var whole: [Int128] = []
  private var exact: [ExactSum] = []
  /// The scale of the sums in `whole`; nil once a column without a scale was met.
  private var scale: UInt8? = 0

  init(type: DataType) {
    self.type = type
  }

  /// The sums that moments kept.
  init(_ moments: Moments) {
    type = moments.values.type
    counts = KnownCounts(moments)
    whole = moments.all.indices.map { moments.sum($0) }
    scale = moments.scale
  }

  var isMergeable: Bool { true }

  mutating func merge(_ other: any AggregateState, groups: [UInt32], count: Int) {
    guard var other = other as? Self else { return }
    grow(to: count)
    counts.merge(other.counts, groups: groups, count: count)
    if let own = scale, let theirs = other.scale {
      raise(to: max(own, theirs))
      var factor: Int128 = 1
      for _ in theirs..<max(own, theirs) { factor *= 10 }
      for group in other.whole.indices { whole[Int(groups[group])] += other.whole[group] * factor }
      return
    }
    toExact()
    other.toExact()
    grow(to: count)
    for group in other.exact.indices { exact[Int(groups[group])].add(other.exact[group]) }
  }

  mutating func update(_ arguments: [Column], groups: [UInt32], count: Int) {
    guard let column = arguments.first else { return }
    grow(to: count)
    counts.update(column, groups: groups)
    if let integers = column.integers {
      for row in groups.indices where (column.missing?[row] ?? 0) == 0 {
        whole[Int(groups[row])] += Int128(integers[row])
      }
    } else if let numbers = column.numbers {
      add(numbers, scale: column.scale, column.missing, groups)
    }
  }

  private mutating func add(
    _ numbers: [Double], scale own: UInt8?, _ missing: [UInt8]?, _ groups: [UInt32]
  ) {
    if let own, let current = scale {
      raise(to: max(own, current))
      let shift = Scaling.powers[Int(scale ?? own)]
      for row in groups.indices where (missing?[row] ?? 0) == 0 {
        let scaled = (numbers[row] * shift).rounded(.toNearestOrEven)
        whole[Int(groups[row])] += Int128(exactly: scaled) ?? 0
      }
      return
    }
    toExact()
    for row in groups.indices where (missing?[row] ?? 0) == 0 {
      exact[Int(groups[row])].add(numbers[row])
    }
  }

  private mutating func grow(to count: Int) {
    counts.grow(to: count)
    if whole.count < count { whole += [Int128](repeating: 0, count: count - whole.count) }
    if scale == nil, exact.count < count {
      exact += [ExactSum](repeating: ExactSum(), count: count - exact.count)
    }
  }

  private mutating func raise(to new: UInt8) {
    guard let old = scale, new > old else { return }
    var factor: Int128 = 1
    for _ in old..<new { factor *= 10 }
    for group in whole.indices { whole[group] *= factor }
    scale = new
  }

  /// From here on sums are kept without a scale.
  private mutating func toExact() {
    guard let old = scale else { return }
    exact = whole.map { value in
      var sum = ExactSum()
      // A scaled sum may be larger than a double holds: it goes over in two parts.
      let high = Double(value >> 40) * 0x1p40
      let low = Double(value - ((value >> 40) << 40))
      sum.add(high / Scaling.powers[Int(old)])
      sum.add(low / Scaling.powers[Int(old)])
      return sum
    }
    scale = nil
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
    guard let scale else {
      let values = try (0..<count).map { group -> Double in
        guard group < exact.count else { return 0 }
        guard !exact[group].hasOverflowed else { throw overflow(group) }
        return exact[group].value
      }
      return (values, nil)
    }
    var holds = true
    let values = (0..<count).map { group -> Double in
      let sum = group < whole.count ? whole[group] : 0
      if sum.magnitude >= 1 << 53 { holds = false }
      return Double(sum) / Scaling.powers[Int(scale)]
    }
    return (values, holds ? scale : nil)
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

  private func overflow(_ group: Int) -> EvaluationFault {
    EvaluationFault(
      code: "sum-overflow", "the sum is too large", row: group,
      notes: ["add numbers instead of integers, as in `sum x * 1.0`"])
  }
}
