/// Decimals as programs read them: digits with a point, without zeros at the end. For many of them at
/// once, written where they are wanted.
package enum PlainDecimal {
  /// The most bytes one takes.
  package static let room = 20
  /// More decimals may be written with an exponent.
  package static let mostDecimals: UInt8 = 7
  /// Below this in magnitude decimals are never the same double.
  package static let limit: Int64 = 1_000_000_000_000_000

  /// Writes `whole` / 10^`scale` as ``NumberFormat`` does with the shortest digits in the plain style,
  /// and gives how many bytes that took. `whole` is below ``limit`` in magnitude, `scale` at most
  /// ``mostDecimals``, and there are ``room`` bytes.
  @unsafe
  package static func write(
    _ whole: Int64, scale: UInt8, to bytes: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var rest = whole.magnitude
    var decimals = Int(scale)
    while decimals > 0 {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      guard digit == 0 else { break }
      rest = quotient
      decimals &-= 1
    }
    let isNegative = whole < 0
    // One digit stands before the point at least.
    let digits = max(count(rest), decimals &+ 1)
    let size = digits &+ (decimals > 0 ? 1 : 0) &+ (isNegative ? 1 : 0)
    precondition(size <= room)
    var place = size
    for written in 0..<digits {
      if written == decimals, decimals > 0 {
        place &-= 1
        unsafe bytes[place] = UInt8(ascii: ".")
      }
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      place &-= 1
      unsafe bytes[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
      rest = quotient
    }
    if isNegative { unsafe bytes[0] = UInt8(ascii: "-") }
    return size
  }

  /// How many digits a number has.
  private static func count(_ number: UInt64) -> Int {
    var digits = 1
    var power: UInt64 = 10
    while number >= power {
      digits &+= 1
      power &*= 10
    }
    return digits
  }
}
