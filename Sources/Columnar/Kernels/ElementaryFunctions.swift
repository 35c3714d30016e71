#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Functions whose last bits differ between machines: results are rounded to 13 significant
/// digits, so that the same script gives the same bytes everywhere.
package enum ElementaryFunctions {
  private static let digits = 13

  /// `x ^ y`; may be infinite or not a number.
  package static func power(_ base: Double, _ exponent: Double) -> Double {
    Scaling.rounded(pow(base, exponent), significant: digits)
  }

  /// The natural logarithm; not a number below 0.
  package static func naturalLogarithm(_ value: Double) -> Double {
    Scaling.rounded(log(value), significant: digits)
  }

  /// The logarithm to base 10; not a number below 0.
  package static func decimalLogarithm(_ value: Double) -> Double {
    Scaling.rounded(log10(value), significant: digits)
  }

  /// e to a power; may be infinite.
  package static func exponential(_ value: Double) -> Double {
    Scaling.rounded(exp(value), significant: digits)
  }

  /// The growth a year in percent that leads from one positive value to another in a number of
  /// years: ((to / from)^(1 / years) − 1) × 100, computed so that small growth keeps its digits.
  package static func annualGrowth(_ from: Double, _ to: Double, years: Double) -> Double {
    let ratio = (to - from) / from
    return Scaling.rounded(expm1(log1p(ratio) / years) * 100, significant: digits)
  }
}
