/// A sum of doubles that is exact until it is read, so that the order of adding cannot matter.
///
/// Holds the sum as doubles that do not overlap (J. R. Shewchuk, "Adaptive Precision
/// Floating-Point Arithmetic", 1997, grow-expansion); the result is rounded once, half to even.
package struct ExactSum: Sendable {
  private var partials: [Double] = []
  /// Whether an intermediate sum left the range of doubles.
  package private(set) var hasOverflowed = false

  /// Makes an empty sum.
  package init() {}

  /// Adds a finite value.
  package mutating func add(_ value: Double) {
    var x = value
    var kept = 0
    for index in partials.indices {
      var y = partials[index]
      if abs(x) < abs(y) { swap(&x, &y) }
      let high = x + y
      let low = y - (high - x)
      if low != 0 {
        partials[kept] = low
        kept += 1
      }
      x = high
    }
    partials.removeSubrange(kept...)
    partials.append(x)
    if !x.isFinite { hasOverflowed = true }
  }

  /// Adds another sum.
  package mutating func add(_ other: ExactSum) {
    for partial in other.partials { add(partial) }
    if other.hasOverflowed { hasOverflowed = true }
  }

  /// The double nearest to the exact sum.
  package var value: Double {
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
