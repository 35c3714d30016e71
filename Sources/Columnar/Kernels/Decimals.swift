/// Arithmetic on columns whose numbers have a known number of decimals: exact where doubles
/// alone would show 0.30000000000000004.
package enum Decimals {
  /// The largest integer below which every integer is a double.
  package static let limit = 9_007_199_254_740_992.0

  /// The integer a value stands for at a scale. The value must keep the promise of the scale.
  package static func scaled(_ value: Double, _ scale: UInt8) -> Double {
    (value * Scaling.powers[Int(scale)]).rounded(.toNearestOrEven)
  }

  /// The difference or sum of two decimals at a scale; nil when it leaves the exact range.
  package static func added(
    _ left: Double, _ right: Double, sign: Double, scale: UInt8
  ) -> Double? {
    let sum = scaled(left, scale) + sign * scaled(right, scale)
    guard abs(sum) < limit else { return nil }
    return sum / Scaling.powers[Int(scale)]
  }

  /// The number of decimals of a literal, or nil when it has more than are kept exactly.
  package static func scale(of value: Double) -> UInt8? {
    for scale in 0...15 {
      let scaled = value * Scaling.powers[scale]
      guard abs(scaled) < limit else { return nil }
      let whole = scaled.rounded(.toNearestOrEven)
      if whole / Scaling.powers[scale] == value { return UInt8(scale) }
    }
    return nil
  }
}
