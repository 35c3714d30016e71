import Wording

/// How many decimals the values of a figure are written with: all of them as many, so that 7 beside
/// 6.9 is 7.0.
enum FigureDecimals {
  /// As many as the values need, at most two, of percentages at most one; more when all values are so
  /// small that nothing would be left of them.
  static func count(_ values: [Double], isPercentage: Bool) -> Int {
    let known = values.filter(\.isFinite)
    let limit = limit(known, isPercentage ? 1 : 2)
    return known.reduce(0) { most, value in
      guard var digits = DecimalRounding.round(value, decimals: limit) else { return most }
      while digits.significand != 0, digits.significand.isMultiple(of: 10) {
        digits.significand /= 10
        digits.exponent += 1
      }
      return digits.significand == 0 ? most : max(most, -digits.exponent)
    }
  }

  /// The limit, raised for values below a tenth until the largest has two digits.
  private static func limit(_ values: [Double], _ usual: Int) -> Int {
    guard let largest = values.map(\.magnitude).max(), largest > 0, largest < 0.1,
      var digits = ShortestDecimal(largest)
    else { return usual }
    while digits.significand >= 10 {
      digits.significand /= 10
      digits.exponent += 1
    }
    return min(max(usual, 1 - digits.exponent), 10)
  }
}
