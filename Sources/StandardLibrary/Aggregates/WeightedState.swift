import Columnar
import Planning

/// Sums of values times weights, and of the weights, without loss until they are read.
struct WeightedState: AggregateState {
  /// Whether the sum is divided by that of the weights.
  let isMean: Bool
  private var counts = KnownCounts()
  private var products: [ExactSum] = []
  private var weights: [ExactSum] = []
  private var hasRows: [Bool] = []
  /// The first fault of each group.
  private var faults: [Fault] = []

  private enum Fault { case none, negative, overflow }

  init(isMean: Bool) {
    self.isMean = isMean
  }

  mutating func update(_ arguments: [Column], groups: [UInt32], count: Int) {
    guard arguments.count > 1, let values = arguments[0].numbers,
      let factors = arguments[1].numbers
    else { return }
    grow(to: count)
    // A value without a weight is as unknown as a weight without a value.
    var column = arguments[0]
    column.missing = MissingMasks.leftmost([arguments[0], arguments[1]], count: groups.count)
    counts.update(column, groups: groups)
    for row in groups.indices where (column.missing?[row] ?? 0) == 0 {
      let group = Int(groups[row])
      let product = values[row] * factors[row]
      if factors[row] < 0 {
        faults[group] = .negative
      } else if !product.isFinite {
        if faults[group] == .none { faults[group] = .overflow }
      } else {
        hasRows[group] = true
        products[group].add(product)
        // What rounding took from the product (a fused multiply-add gives it exactly).
        products[group].add((-product).addingProduct(values[row], factors[row]))
        weights[group].add(factors[row])
      }
    }
  }

  private mutating func grow(to count: Int) {
    counts.grow(to: count)
    let more = count - products.count
    guard more > 0 else { return }
    products += [ExactSum](repeating: ExactSum(), count: more)
    weights += [ExactSum](repeating: ExactSum(), count: more)
    hasRows += [Bool](repeating: false, count: more)
    faults += [Fault](repeating: .none, count: more)
  }

  var isMergeable: Bool { true }

  mutating func merge(_ other: any AggregateState, groups: [UInt32], count: Int) {
    guard let other = other as? Self else { return }
    grow(to: count)
    counts.merge(other.counts, groups: groups, count: count)
    for theirs in other.products.indices {
      let group = Int(groups[theirs])
      products[group].add(other.products[theirs])
      weights[group].add(other.weights[theirs])
      if other.hasRows[theirs] { hasRows[group] = true }
      if other.faults[theirs] == .negative || faults[group] == .none {
        faults[group] = other.faults[theirs]
      }
    }
  }

  func result(count: Int) throws -> Column {
    var whole = self
    whole.grow(to: count)
    var values = [Double](repeating: 0, count: count)
    var hasNoWeight = [Bool](repeating: false, count: count)
    for group in 0..<count {
      switch whole.faults[group] {
      case .none: break
      case .negative:
        throw EvaluationFault(
          code: "negative-weight", "a weight is below zero", row: group,
          notes: ["leave such rows out with `where`, or give another weight"])
      case .overflow: throw Self.overflow(group)
      }
      guard whole.hasRows[group] else { continue }
      let sum = whole.products[group].value
      let weight = whole.weights[group].value
      if isMean, weight == 0 {
        hasNoWeight[group] = true
      } else {
        values[group] = isMean ? sum / weight : sum
        guard values[group].isFinite else { throw Self.overflow(group) }
      }
    }
    var result = whole.counts.finish(
      .number(values, scale: nil), isKnown: whole.hasRows, count: count)
    guard hasNoWeight.contains(true) else { return result }
    var missing = result.missing ?? [UInt8](repeating: 0, count: count)
    for group in 0..<count where hasNoWeight[group] {
      missing[group] = MissingReason.divisionByZero.rawValue
    }
    result.missing = missing
    return result
  }

  private static func overflow(_ group: Int) -> EvaluationFault {
    EvaluationFault(code: "sum-overflow", "the weighted sum is too large", row: group)
  }
}
