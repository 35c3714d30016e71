/// A sum of doubles that is exact until it is read, so that the order of adding cannot matter.
///
/// Holds the sum as doubles that do not overlap (J. R. Shewchuk, "Adaptive Precision
/// Floating-Point Arithmetic", 1997, grow-expansion); the result is rounded once, half to even.
package struct ExactSum: Sendable {
  private var partials: [Double] = []
  /// How often 2^1024 was taken out, so that no sum in between leaves the range of doubles.
  private var turns = 0
  private static let half = 0x1p1023

  /// Makes an empty sum.
  package init() {}

  /// Adds a finite value.
  package mutating func add(_ value: Double) {
    var x = value
    var kept = 0
    for index in partials.indices {
      var y = partials[index]
      if abs(x) < abs(y) { swap(&x, &y) }
      var high = x + y
      if high.isInfinite {
        // The larger one is at least 2^1023 then, so that taking out 2^1024 is exact.
        let sign = x < 0 ? -1.0 : 1.0
        x = (x - sign * Self.half) - sign * Self.half
        turns += Int(sign)
        if abs(x) < abs(y) { swap(&x, &y) }
        high = x + y
      }
      let low = y - (high - x)
      if low != 0 {
        partials[kept] = low
        kept += 1
      }
      x = high
    }
    partials.removeSubrange(kept...)
    partials.append(x)
  }

  /// Adds another sum.
  package mutating func add(_ other: ExactSum) {
    for partial in other.partials { add(partial) }
    turns += other.turns
  }

  /// Whether the exact sum lies outside the range of doubles.
  package var hasOverflowed: Bool { !value.isFinite }

  /// The double nearest to the exact sum; infinite when it lies outside their range.
  package var value: Double {
    guard turns == 0 else { return turned }
    let rounded = self.rounded
    // No negative zero.
    return rounded == 0 ? 0 : rounded
  }

  /// The sum with 2^1024 put back: finite only when what is kept points the other way.
  private var turned: Double {
    let sign = turns < 0 ? -1.0 : 1.0
    guard abs(turns) == 1, let last = partials.last, last * sign < 0 else {
      return sign * .infinity
    }
    // At half the size nothing overflows; doubling is exact, or infinite as it should be.
    var halved = ExactSum()
    for partial in partials { halved.add(partial / 2) }
    halved.add(sign * Self.half)
    return halved.value * 2
  }

  private var rounded: Double {
    guard var high = partials.last else { return 0 }
    var low = 0.0
    var index = partials.count - 2
    while index >= 0 {
      let x = high
      let y = partials[index]
      high = x + y
      low = y - (high - x)
      if low != 0 { break }
      index -= 1
    }
    // Half way between two doubles the remaining partials decide the direction.
    if index > 0, (low < 0) == (partials[index - 1] < 0), partials[index - 1] != 0 {
      let doubled = low * 2
      let moved = high + doubled
      if doubled == moved - high { high = moved }
    }
    return high
  }
}
