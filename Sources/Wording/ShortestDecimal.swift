import Columnar

/// A finite number as decimal digits: `significand` × 10^`exponent`, with its sign apart.
///
/// Made from the shortest decimal representation that reads back as the same `Double`, which is
/// the number people typed: 1.005 is 1005 × 10^-3 here, although no `Double` equals 1.005. It has
/// at most seventeen digits, so a `UInt64` holds them and no memory is allocated.
/// Zero has no sign: "-0" is never written.
package struct ShortestDecimal: Sendable, Equatable {
  /// Whether the number is below zero.
  package var isNegative: Bool
  /// The digits as a whole number.
  package var significand: UInt64
  /// The power of ten the digits are multiplied by.
  package var exponent: Int

  init(isNegative: Bool, significand: UInt64, exponent: Int) {
    self.isNegative = isNegative && significand != 0
    self.significand = significand
    self.exponent = significand == 0 ? 0 : exponent
  }

  /// A number of zero or more from its digits: 25 × 10^-1 for 2.5.
  package init(significand: UInt64, exponent: Int) {
    self.init(isNegative: false, significand: significand, exponent: exponent)
  }

  /// The digits of a value; nil when it is infinite or not a number.
  package init?(_ value: Double) {
    guard value.isFinite else { return nil }
    // Whole numbers that a Double holds exactly need no search for their shortest digits.
    if value.magnitude < 0x1p53, Int64(exactly: value) != nil {
      self.init(
        isNegative: value < 0, significand: UInt64(value.magnitude), exponent: 0)
      return
    }
    if let few = Self.few(value) {
      self = few
      return
    }
    var significand: UInt64 = 0
    var exponent = 0
    var written = 0
    var isFraction = false
    var isExponent = false
    var hasNegativeExponent = false
    for byte in value.magnitude.description.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = byte &- UInt8(ascii: "0")
        if isExponent {
          written = written * 10 + Int(digit)
        } else if significand < Self.fullSignificand {
          significand = significand * 10 + UInt64(digit)
          if isFraction { exponent -= 1 }
        } else if !isFraction {
          // A whole number longer than its significant digits is padded with zeros.
          exponent += 1
        }
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "e"): isExponent = true
      case UInt8(ascii: "-"): hasNegativeExponent = true
      default: break
      }
    }
    exponent += hasNegativeExponent ? -written : written
    while significand != 0, significand.isMultiple(of: 10) {
      significand /= 10
      exponent += 1
    }
    self.init(isNegative: value < 0, significand: significand, exponent: exponent)
  }

  /// A whole number as digits, of which the smallest 64-bit integer is one.
  package init(_ value: Int64) {
    self.init(isNegative: value < 0, significand: value.magnitude, exponent: 0)
  }

  /// The decimal `whole` / 10^`scale`, which a `Double` has been made of.
  package init(_ whole: Int64, scale: UInt8) {
    guard whole.magnitude < 1_000_000_000_000_000 else {
      let value = Double(whole) / Scaling.powers[Int(scale)]
      self = ShortestDecimal(value) ?? ShortestDecimal(whole)
      return
    }
    // Decimals of at most 15 digits are never the same double: without zeros it is the shortest.
    var (significand, exponent) = (whole.magnitude, -Int(scale))
    while exponent < 0, significand.isMultiple(of: 10) {
      significand /= 10
      exponent += 1
    }
    self.init(isNegative: whole < 0, significand: significand, exponent: exponent)
  }

  /// Eighteen digits: one more would not fit beside a further digit.
  private static let fullSignificand: UInt64 = 100_000_000_000_000_000
}

extension ShortestDecimal {
  /// The nearest `Double`; infinite when the digits exceed the largest one.
  package var value: Double {
    let magnitude: Double
    if significand <= 1 << 53, exponent.magnitude <= 22 {
      // Both factors are exact, so one operation rounds once, to the nearest.
      let power = Self.exactPowers[Int(exponent.magnitude)]
      magnitude = exponent < 0 ? Double(significand) / power : Double(significand) * power
    } else {
      magnitude = Double("\(significand)e\(exponent)") ?? .infinity
    }
    return isNegative ? -magnitude : magnitude
  }

  /// The powers of ten a `Double` holds exactly.
  private static let exactPowers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}

extension ShortestDecimal {
  /// The digits of a value with few decimals, without a search: two decimals of at most 15 digits
  /// are never the same double, so the one that reads back as the value is the shortest.
  fileprivate static func few(_ value: Double) -> ShortestDecimal? {
    for places in 1...6 {
      let power = Scaling.powers[places]
      let scaled = (value.magnitude * power).rounded(.toNearestOrEven)
      guard scaled < 1e15 else { return nil }
      if scaled / power == value.magnitude {
        return ShortestDecimal(
          isNegative: value < 0, significand: UInt64(scaled), exponent: -places)
      }
    }
    return nil
  }
}
