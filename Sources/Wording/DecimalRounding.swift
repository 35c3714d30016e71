import Columnar

/// Rounding as people do it on paper: half away from zero, on the decimal digits.
///
/// The digits are those of the shortest decimal that reads back as the same value, so 1.005 at two
/// decimals is 1.01, although the `Double` nearest to 1.005 lies below it. Every number that
/// the engine rounds or writes goes through here, so that a table, a figure and a formula agree.
package enum DecimalRounding {
  /// The digits of a value, rounded to a number of decimals.
  ///
  /// `decimals` may be negative: -3 rounds to thousands. Nil when the value is infinite or not a
  /// number.
  package static func round(_ value: Double, decimals: Int) -> ShortestDecimal? {
    ShortestDecimal(value).map { round($0, decimals: decimals) }
  }

  /// A value rounded to a number of decimals, as the `Double` nearest to the rounded digits.
  ///
  /// A value that is infinite or not a number is returned as it is; zero is never negative.
  package static func rounded(_ value: Double, decimals: Int) -> Double {
    if let clear = clearlyRounded(value, decimals: decimals) { return clear }
    guard let digits = round(value, decimals: decimals) else { return value }
    return digits.value
  }

  /// The same for a value that is clearly nearer to one of its neighbours than to the other, so that
  /// its digits need not be known; else nil.
  private static func clearlyRounded(_ value: Double, decimals: Int) -> Double? {
    guard decimals >= 0, decimals <= 15 else { return nil }
    let power = Scaling.powers[decimals]
    let scaled = value.magnitude * power
    // Below 2^43 the product is within 2^-9 of the digits times the power, and the quotient of two
    // such wholes is the double nearest to their decimal.
    guard scaled < 0x1p43 else { return nil }
    let below = scaled.rounded(.down)
    let rest = scaled - below
    guard abs(rest - 0.5) > 0x1p-6 else { return nil }
    let whole = rest > 0.5 ? below + 1 : below
    guard whole > 0 else { return 0 }
    return value < 0 ? -(whole / power) : whole / power
  }

  /// Digits rounded to a number of decimals.
  package static func round(_ number: ShortestDecimal, decimals: Int) -> ShortestDecimal {
    // No Double has more than 400 decimals or digits; the limit keeps the difference in range.
    let wanted = -min(max(decimals, -400), 400)
    let dropped = wanted - number.exponent
    guard dropped > 0 else { return number }
    guard dropped < powersOfTen.count else {
      return ShortestDecimal(isNegative: false, significand: 0, exponent: 0)
    }
    let power = powersOfTen[dropped]
    let (quotient, remainder) = number.significand.quotientAndRemainder(dividingBy: power)
    // remainder >= power / 2, without the overflow of doubling.
    let isHalfOrMore = remainder >= power - remainder
    return ShortestDecimal(
      isNegative: number.isNegative, significand: quotient + (isHalfOrMore ? 1 : 0),
      exponent: wanted)
  }

  /// 10^0 to 10^19: the largest power of ten in 64 bits.
  private static let powersOfTen: [UInt64] = (1...19).reduce(into: [1]) { powers, index in
    powers.append(powers[index - 1] * 10)
  }
}
