/// Places numbers along a line, in proportion; the domain holds zero unless it is told not to.
///
/// Bars start at zero, so a scale that left it out would lie about their lengths.
/// Domains up to the largest `Double` are handled: nothing here overflows.
package struct LinearScale: Sendable, Equatable {
  /// The smallest number of the domain.
  package let low: Double
  /// The largest number of the domain, above `low`.
  package let high: Double
  /// The place of `low`, in pixels.
  package let start: Double
  /// The place of `high`, in pixels; it may be less than `start`.
  package let end: Double

  /// A scale for numbers from `low` to `high`; zero is taken in unless
  /// `includesZero` is false; an empty domain becomes 0 to 1.
  package init(
    low: Double, high: Double, start: Double, end: Double, includesZero: Bool = true
  ) {
    // Half of the largest Double on either side, so that high − low stays finite.
    let limit = Double.greatestFiniteMagnitude / 2
    self.low = min(max(includesZero ? min(low, 0) : low, -limit), limit)
    let top = min(includesZero ? max(high, 0) : high, limit)
    // A domain of one number that is not zero has a length of its own size.
    self.high = top > self.low ? top : self.low == 0 ? 1 : self.low + self.low.magnitude
    self.start = start
    self.end = end
  }

  /// The place of a number, in pixels; numbers outside the domain are placed at its edge.
  package func place(_ value: Double) -> Double {
    let inside = min(max(value, low), high)
    return start + (end - start) * ((inside - low) / (high - low))
  }

  /// Round numbers within the domain, at most `count` steps apart, in rising order.
  package func ticks(atMost count: Int) -> [Tick] {
    // Half a step beyond the last number is no step.
    let step = NiceStep(
      atLeast: (high - low) / (Double(max(count, 1)) + 0.5), hasQuarters: true)
    var ticks: [Tick] = []
    var index = (low / step.value).rounded(.up)
    while let value = step.multiple(index), value <= high, ticks.count <= count + 1 {
      ticks.append(Tick(value: value, decimals: step.decimals))
      index += 1
    }
    return ticks
  }

  /// A number of an axis and the decimals in which all numbers of the axis are written.
  package struct Tick: Sendable, Equatable {
    package let value: Double
    package let decimals: Int
  }
}
