@testable import StandardLibrary

/// Somebody who knows all that is published and tries to work out what is not.
///
/// Known are every cell shown, every public sum, and that a suppressed cell is a whole number of
/// at least 1 (zeros are never suppressed). Cells are bounded from the sums and from every
/// equation elimination makes of them, until nothing changes: independent of how the engine
/// checks itself.
struct Attack {
  private var low: [Int: Int] = [:]
  private var high: [Int: Int] = [:]
  fileprivate var equations: [Equation] = []

  /// Multiples of unknown cells that add up to a number.
  fileprivate struct Equation {
    var factors: [Int: Int]
    var sum: Int
  }

  /// The suppressed cells that this publication gives away.
  static func found(_ values: [Int], suppressed: [Bool], sums: [PublicSum]) -> [Int] {
    var attack = Attack()
    for cell in values.indices where suppressed[cell] { attack.low[cell] = 1 }
    for sum in sums {
      let terms = sum.parts.map { ($0, 1) } + (sum.total.map { [($0, -1)] } ?? [])
      var equation = Equation(factors: [:], sum: 0)
      // The number published for the sum; zero where a cell of the table shows it.
      if sum.total == nil { equation.sum = sum.parts.reduce(0) { $0 + values[$1] } }
      for (cell, sign) in terms {
        if suppressed[cell] {
          equation.factors[cell] = sign
        } else {
          equation.sum -= sign * values[cell]
        }
      }
      if !equation.factors.isEmpty { attack.equations.append(equation) }
    }
    attack.eliminate()
    attack.propagate()
    return values.indices.filter { cell in
      suppressed[cell] && attack.low[cell] == attack.high[cell]
    }
  }

  /// Adds the equations of the reduced system; factors stay whole and are kept small.
  private mutating func eliminate() {
    var rest = equations
    var reduced: [Equation] = []
    while let first = rest.popLast() {
      guard let pivot = first.factors.keys.min(), let factor = first.factors[pivot] else {
        continue
      }
      func without(_ equation: Equation) -> Equation {
        guard let other = equation.factors[pivot], other != 0 else { return equation }
        var result = Equation(factors: [:], sum: equation.sum * factor - first.sum * other)
        for cell in Set(equation.factors.keys).union(first.factors.keys) {
          let value = (equation.factors[cell] ?? 0) * factor - (first.factors[cell] ?? 0) * other
          if value != 0 { result.factors[cell] = value }
        }
        return result.shortened
      }
      rest = rest.map(without).filter { !$0.factors.isEmpty }
      reduced = reduced.map(without) + [first]
    }
    equations += reduced
  }

  private mutating func propagate() {
    var isDone = false
    while !isDone {
      isDone = true
      for equation in equations {
        for (cell, factor) in equation.factors {
          // What the others may add up to, at least and at most; nil is without bound.
          var least: Int? = 0
          var most: Int? = 0
          for (other, weight) in equation.factors where other != cell {
            let (small, large) = (low[other].map { $0 * weight }, high[other].map { $0 * weight })
            least = sum(least, weight > 0 ? small : large)
            most = sum(most, weight > 0 ? large : small)
          }
          let ends = (most.map { equation.sum - $0 }, least.map { equation.sum - $0 })
          let (from, to) = factor > 0 ? ends : (ends.1, ends.0)
          if let from = from.map({ up($0, factor) }), from > low[cell] ?? .min {
            low[cell] = from
            isDone = false
          }
          if let to = to.map({ down($0, factor) }), to < high[cell] ?? .max {
            high[cell] = to
            isDone = false
          }
        }
      }
    }
  }

  private func sum(_ left: Int?, _ right: Int?) -> Int? {
    guard let left, let right else { return nil }
    return left + right
  }

  private func down(_ value: Int, _ factor: Int) -> Int {
    let quotient = value / factor
    return value % factor != 0 && (value < 0) != (factor < 0) ? quotient - 1 : quotient
  }

  private func up(_ value: Int, _ factor: Int) -> Int { -down(-value, factor) }
}

extension Attack.Equation {
  /// The equation divided by what all its numbers share.
  fileprivate var shortened: Self {
    var divisor = abs(sum)
    for factor in factors.values {
      var (left, right) = (abs(factor), divisor)
      while right != 0 { (left, right) = (right, left % right) }
      divisor = left
    }
    guard divisor > 1 else { return self }
    return Self(factors: factors.mapValues { $0 / divisor }, sum: sum / divisor)
  }
}
