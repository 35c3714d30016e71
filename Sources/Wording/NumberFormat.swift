/// How one column of numbers, or one axis, is written.
///
/// Rounding is half away from zero on the shortest decimal digits (`DecimalRounding`). A value
/// that is infinite or not a number, which no result of the language holds, is written
/// `Infinity`, `-Infinity` or `NaN`.
package struct NumberFormat: Sendable, Equatable {
  /// How many decimals are written.
  package enum Decimals: Sendable, Equatable {
    /// Always this many.
    case exactly(Int)
    /// This many, without trailing zeros.
    case atMost(Int)
    /// As many as are needed to read the same value back.
    case shortest
  }

  /// When a sign is written.
  package enum Sign: Sendable, Equatable {
    /// Before negative numbers only.
    case negative
    /// Before every number but zero, for changes.
    case always
  }

  /// The marks of the number.
  package var style: NumberStyle
  /// How many decimals are written.
  package var decimals: Decimals
  /// When a sign is written.
  package var sign: Sign
  /// Whether a percent sign follows, closed up.
  package var isPercentage: Bool

  /// A format; by default the shortest digits with a sign before negative numbers.
  package init(
    style: NumberStyle, decimals: Decimals = .shortest, sign: Sign = .negative,
    isPercentage: Bool = false
  ) {
    self.style = style
    self.decimals = decimals
    self.sign = sign
    self.isPercentage = isPercentage
  }

  /// The text of a number.
  package func text(_ value: Double) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of a whole number.
  package func text(_ value: Int64) -> String {
    var bytes: [UInt8] = []
    append(ShortestDecimal(value), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a number after the bytes already there.
  package func append(_ value: Double, to bytes: inout [UInt8]) {
    guard let number = ShortestDecimal(value) else {
      bytes += (value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity").utf8
      return
    }
    append(number, to: &bytes)
  }

  /// Writes decimal digits after the bytes already there.
  package func append(_ number: ShortestDecimal, to bytes: inout [UInt8]) {
    var rounded = number
    var fraction = 0
    switch decimals {
    case .exactly(let count):
      fraction = min(max(count, 0), 400)
      rounded = DecimalRounding.round(number, decimals: fraction)
    case .atMost(let count):
      rounded = DecimalRounding.round(number, decimals: max(count, 0))
      while rounded.significand != 0, rounded.exponent < 0, rounded.significand.isMultiple(of: 10) {
        rounded.significand /= 10
        rounded.exponent += 1
      }
      fraction = max(-rounded.exponent, 0)
    case .shortest:
      fraction = max(-rounded.exponent, 0)
    }
    appendSign(rounded, to: &bytes)
    // From eight decimals on the machine form may have an exponent.
    if style == .plain, !isPercentage, fraction == -rounded.exponent, fraction < 8 {
      return DigitRun.append(rounded.significand, decimals: fraction, to: &bytes)
    }
    let digits = DigitRun(rounded.significand)
    if decimals == .shortest, style == .plain, digits.needsExponent(rounded.exponent) {
      digits.appendScientific(exponent: rounded.exponent, to: &bytes)
    } else {
      digits.append(exponent: rounded.exponent, fraction: fraction, style: style, to: &bytes)
    }
    if isPercentage { bytes.append(UInt8(ascii: "%")) }
  }

  private func appendSign(_ number: ShortestDecimal, to bytes: inout [UInt8]) {
    if number.isNegative {
      bytes += style.minus
    } else if sign == .always, number.significand != 0 {
      bytes.append(UInt8(ascii: "+"))
    }
  }
}

extension NumberFormat {
  /// A power of ten as the nearest `Double`; infinite beyond 10^308.
  package static func powerOfTen(_ exponent: Int) -> Double {
    ShortestDecimal(significand: 1, exponent: exponent).value
  }
}
