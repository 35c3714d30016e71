import Wording

/// A step between round numbers: 1, 2 or 5 times a power of ten, on an axis also 25, 250 and so on.
package struct NiceStep: Sendable, Equatable {
  private let factor: UInt64
  private let exponent: Int

  /// The smallest such step that is not below `least`; 1 when that is not a positive number.
  ///
  /// With `hasQuarters` a quarter of a hundred or more is a step too: 0, 25, 50, 75, 100.
  package init(atLeast least: Double, hasQuarters: Bool = false) {
    guard least > 0, let digits = ShortestDecimal(least) else {
      factor = 1
      exponent = 0
      return
    }
    // The power of ten just below or at `least`.
    var power = digits.exponent
    var rest = digits.significand
    while rest >= 10 {
      rest /= 10
      power += 1
    }
    // A step is compared as a Double, so that a value that is itself a step is taken as one.
    for candidate in [1, 2, 5] as [UInt64] {
      if candidate == 5, hasQuarters, power > 0, Self.value(25, power - 1) >= least {
        factor = 25
        exponent = power - 1
        return
      }
      guard Self.value(candidate, power) >= least else { continue }
      factor = candidate
      exponent = power
      return
    }
    factor = 1
    exponent = power + 1
  }

  /// The step as a number.
  package var value: Double { Self.value(factor, exponent) }

  /// How many decimals write every multiple of the step.
  package var decimals: Int { max(-exponent, 0) }

  /// `index` steps, as the `Double` nearest to the decimal number; nil when there is none.
  package func multiple(_ index: Double) -> Double? {
    guard index.magnitude < 0x1p53 else { return nil }
    let value = Self.value(factor * UInt64(index.magnitude.rounded()), exponent)
    return value.isFinite ? (index < 0 ? -value : value) : nil
  }

  private static func value(_ significand: UInt64, _ exponent: Int) -> Double {
    ShortestDecimal(significand: significand, exponent: exponent).value
  }
}
