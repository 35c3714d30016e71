/// The smallest and the largest of some values.
package struct Extent: Sendable, Equatable {
  package let low: Double
  package let high: Double

  /// An extent between two values.
  package init(_ low: Double, _ high: Double) {
    self.low = low
    self.high = high
  }

  /// The extent of both; this one when there is no other.
  func union(_ other: Extent?) -> Extent {
    guard let other else { return self }
    return Extent(min(low, other.low), max(high, other.high))
  }

  /// The same with zero in it.
  var withZero: Extent { Extent(min(low, 0), max(high, 0)) }

  /// Whether zero belongs on the axis of a line: values near it, or on both sides of it.
  ///
  /// When all values lie within a quarter of their distance from zero, an axis from zero would
  /// show a flat line. Of one value there is nothing else to see.
  var asksForZero: Bool {
    if low <= 0, high >= 0 { return true }
    guard low < high else { return true }
    let far = max(low.magnitude, high.magnitude)
    return high / 2 - low / 2 >= far / 8
  }

  /// The extent with round numbers as its ends: whole steps, of which there are at most six.
  var rounded: Extent {
    let step = NiceStep(atLeast: high / 5 - low / 5, hasQuarters: true).value
    let bottom = (low / step).rounded(.down) * step
    let top = (high / step).rounded(.up) * step
    return Extent(bottom.isFinite ? bottom : low, top.isFinite ? top : high)
  }
}
