import Columnar
import Planning

extension Aggregate {
  /// The middle value.
  static let median = Aggregate(
    "median", Signature([.numeric("x")]),
    UnitDocumentation(
      "median(x)",
      "The middle of the known values in order; of an even number the mean of the middle two.",
      examples: ["population | where year = 2022 | summarise x = median(inhabitants)"]),
    meaning: .typical,
    moments: Aggregate.FromMoments(.values) { moments, literals in
      Quantile.column(moments, part: Quantile.part(literals))
    }, result: { _ in .number }, state: { _ in QuantileState() })

  /// The value below which a part of the values lies.
  static let quantile = Aggregate(
    "quantile", Signature([.numeric("x"), .numeric("p", constant: true, in: 0...1)]),
    UnitDocumentation(
      "quantile(x, P)", "The value below which a part P, from 0 to 1, of the known values lies.",
      details: [
        "Of n values in order, x1 to xn, with h = (n − 1) × P: the value at place 1 + h, and "
          + "between two places the straight line between their values (type 7 of Hyndman and "
          + "Fan, 1996). `quantile(x, 0.5)` is the median."
      ],
      examples: [
        "population | where year = 2022 | summarise high = quantile(inhabitants, 0.9) by province"
      ]),
    meaning: .typical,
    moments: Aggregate.FromMoments(.values) { moments, literals in
      Quantile.column(moments, part: Quantile.part(literals))
    }, result: { _ in .number }, state: { _ in QuantileState() })
}

/// Collects values by group.
private struct QuantileState: AggregateState {
  private var values = GroupedValues()
  /// Known once rows came in.
  private var part: Double?

  mutating func update(_ arguments: [Column], groups: [UInt32], count: Int) {
    if arguments.count > 1, let part = arguments[1].numbers?.first { self.part = part }
    values.update(arguments, groups: groups, count: count)
  }

  var isMergeable: Bool { true }

  mutating func merge(_ other: any AggregateState, groups: [UInt32], count: Int) {
    guard let other = other as? Self else { return }
    part = part ?? other.part
    values.merge(other.values, groups: groups, count: count)
  }

  func result(count: Int) -> Column {
    values.result(count: count) { numbers in
      Quantile.value(of: numbers.sorted(), part: part ?? 0.5).map { .value($0) }
        ?? .missing(.unknown)
    }
  }
}

/// Quantiles by straight lines between ordered values.
enum Quantile {
  /// The part asked for; a half when none is.
  static func part(_ literals: [Value]) -> Double {
    switch literals.first {
    case .number(let part): part
    case .integer(let part): Double(part)
    case .missing, .boolean, .text, .date, .period, nil: 0.5
    }
  }

  /// The quantile of each group of kept values.
  static func column(_ moments: Moments, part: Double) -> Column {
    let values = (0..<moments.count).map { group -> Double in
      let range = moments.range(of: group)
      guard !range.isEmpty else { return 0 }
      let (lower, _) = place(part, count: range.count)
      // Only the two values around the place are looked for.
      let (low, next) = moments.around(lower, of: group)
      return between(moments.number(low), moments.number(next), part, count: range.count)
    }
    return moments.finish(Column(.number(values, scale: nil)))
  }

  /// The quantile of ordered numbers, or nil of none.
  static func value(of sorted: [Double], part: Double) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let (lower, _) = place(part, count: sorted.count)
    return between(
      sorted[lower], sorted[min(lower + 1, sorted.count - 1)], part, count: sorted.count)
  }

  /// What lies between the two values around the place.
  private static func between(_ low: Double, _ high: Double, _ part: Double, count: Int) -> Double {
    let (_, fraction) = place(part, count: count)
    if fraction == 0 || low == high { return low }
    if fraction == 0.5 {
      // Half of each, so that two large values do not overflow.
      let sum = low + high
      return sum.isFinite ? sum / 2 : low / 2 + high / 2
    }
    return low * (1 - fraction) + high * fraction
  }

  /// The place from 0 below (n − 1) × part, and how far it lies behind that place. The decimals of
  /// the part are taken as written, so that a place that is whole is found whole.
  private static func place(_ part: Double, count: Int) -> (Int, Double) {
    let steps = count - 1
    guard let scale = Decimals.scale(of: part) else {
      let exact = Double(steps) * part
      let lower = min(max(0, exact.rounded(.down)), Double(steps))
      return (Int(lower), exact - lower)
    }
    let unit = Int128(Scaling.powers[Int(scale)])
    let total = Int128(Decimals.scaled(part, scale)) * Int128(steps)
    return (Int(total / unit), Double(total % unit) / Double(unit))
  }
}
