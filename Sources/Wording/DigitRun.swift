/// The digits of a significand, ready to be placed around a decimal mark.
struct DigitRun {
  /// ASCII digits, most significant first; one zero for zero.
  private let digits: [UInt8]

  init(_ significand: UInt64) {
    var reversed: [UInt8] = []
    reversed.reserveCapacity(20)
    var rest = significand
    repeat {
      reversed.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest != 0
    reversed.reverse()
    digits = reversed
  }

  /// Whether the machine form writes an exponent: from 1e21, and below 1e-7.
  func needsExponent(_ exponent: Int) -> Bool {
    guard digits != [UInt8(ascii: "0")] else { return false }
    let magnitude = digits.count + exponent - 1
    return magnitude >= 21 || magnitude < -7
  }

  /// Writes digits without groups, the last `decimals` of them, fewer than eight, behind a point.
  static func append(_ significand: UInt64, decimals: Int, to bytes: inout [UInt8]) {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { room in
      var place = 32
      var rest = significand
      var written = 0
      repeat {
        if written == decimals, decimals > 0 {
          place &-= 1
          unsafe room[place] = UInt8(ascii: ".")
        }
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        place &-= 1
        unsafe room[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
        rest = quotient
        written &+= 1
      } while rest != 0 || written <= decimals
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: room[place...]))
    }
  }

  /// Writes `1.5e21`.
  func appendScientific(exponent: Int, to bytes: inout [UInt8]) {
    let significant = digits.reversed().drop { $0 == UInt8(ascii: "0") }.reversed()
    for (index, digit) in significant.enumerated() {
      if index == 1 { bytes.append(UInt8(ascii: ".")) }
      bytes.append(digit)
    }
    bytes += "e\(digits.count + exponent - 1)".utf8
  }

  /// Writes the digits × 10^`exponent` with `fraction` decimals, which must be enough for them.
  func append(exponent: Int, fraction: Int, style: NumberStyle, to bytes: inout [UInt8]) {
    // The place of the decimal mark, counted from the first digit.
    let point = digits.count + exponent
    if point <= 0 {
      bytes.append(UInt8(ascii: "0"))
    } else {
      for place in 0..<point {
        bytes.append(digit(at: place))
        let left = point - place - 1
        if left > 0, left.isMultiple(of: 3) { bytes += style.groupMark }
      }
    }
    guard fraction > 0 else { return }
    bytes.append(style.decimalMark)
    for place in point..<(point + fraction) { bytes.append(digit(at: place)) }
  }

  /// A digit by its place; zeros before the first and after the last.
  private func digit(at place: Int) -> UInt8 {
    digits.indices.contains(place) ? digits[place] : UInt8(ascii: "0")
  }
}
