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
    if rest < few { return unsafe writeFew(rest, whole < 0, Int(scale), to: bytes) }
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

  /// Numbers below this have eight digits at most.
  private static let few: UInt64 = 100_000_000

  /// The same for a number of eight digits at most, all made at once: without a branch for each, which
  /// is hard to predict.
  @inline(__always)
  private static func writeFew(
    _ whole: UInt64, _ isNegative: Bool, _ scale: Int, to bytes: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let digits = eightDigits(whole)
    // Zeros in front, of which one stays before the point, and zeros behind it.
    let leading = min(digits.trailingZeroBitCount / 8, 7 &- scale)
    let trailing = min(digits.leadingZeroBitCount / 8, scale)
    let before = 8 &- leading &- scale
    let behind = scale &- trailing
    let text = (digits | 0x3030_3030_3030_3030) >> UInt64(8 &* leading)
    let sign = isNegative ? 1 : 0
    unsafe bytes[0] = UInt8(ascii: "-")
    let place = UnsafeMutableRawPointer(unsafe bytes + sign)
    unsafe place.storeBytes(of: text.littleEndian, as: UInt64.self)
    unsafe place.storeBytes(of: UInt8(ascii: "."), toByteOffset: before, as: UInt8.self)
    unsafe place.storeBytes(
      of: (text >> UInt64(8 &* before)).littleEndian, toByteOffset: before &+ 1, as: UInt64.self)
    return sign &+ before &+ (behind == 0 ? 0 : behind &+ 1)
  }

  /// The digits of a number below 10^8, a byte each, the first one lowest: halves, then quarters, then
  /// eighths side by side, with multiplications for divisions (P. Khuong, "How to print integers really
  /// fast", 2017).
  @inline(__always)
  private static func eightDigits(_ number: UInt64) -> UInt64 {
    let halves = number / 10_000 | (number % 10_000) << 32
    let hundreds = ((halves &* 10_486) >> 20) & 0x0000_007F_0000_007F
    let quarters = hundreds | (halves &- 100 &* hundreds) << 16
    let tens = ((quarters &* 103) >> 10) & 0x000F_000F_000F_000F
    return tens | (quarters &- 10 &* tens) << 8
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
