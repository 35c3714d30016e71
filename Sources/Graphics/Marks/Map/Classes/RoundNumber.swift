import Wording

/// A number with few digits, and the decimals it is written with.
struct RoundNumber {
  let value: Double
  let decimals: Int

  /// A number as it is given; more than nine decimals are not written.
  init(_ value: Double) {
    self.value = value
    decimals =
      (0...9).first { places in
        let power = NumberFormat.powerOfTen(places)
        return (value * power).rounded() / power == value
      } ?? 9
  }

  /// The number with the fewest digits above one value and not above another; of two with as few
  /// digits the one that ends in 0, then in 5, and of those the lowest.
  init(above low: Double, upTo high: Double) {
    // Beyond 2^53 a Double counts no units, and a division by a power of ten says nothing.
    if low.magnitude < 9e15, high.magnitude < 9e15 {
      for exponent in stride(from: 15, through: -9, by: -1) {
        for unit in [10.0, 5, 1] {
          guard let found = Self.multiple(of: unit, exponent, above: low, upTo: high) else {
            continue
          }
          value = found
          decimals = unit == 10 ? max(-exponent - 1, 0) : max(-exponent, 0)
          return
        }
      }
    }
    value = high
    decimals = 9
  }

  /// The lowest multiple of `unit` × 10^`exponent` in the interval.
  private static func multiple(
    of unit: Double, _ exponent: Int, above low: Double, upTo high: Double
  ) -> Double? {
    func scaled(_ count: Double) -> Double {
      exponent < 0
        ? count * unit / NumberFormat.powerOfTen(-exponent)
        : count * unit * NumberFormat.powerOfTen(exponent)
    }
    let step = scaled(1)
    var count = (low / step).rounded(.down)
    // Further on a Double does not count by ones.
    guard count.magnitude < 9e15 else { return nil }
    // The division may be off by one: what counts is the multiple itself.
    if scaled(count) > low { count -= 1 }
    while scaled(count) <= low { count += 1 }
    return scaled(count) <= high ? scaled(count) : nil
  }
}
