/// The digits of a decimal at some number of decimals, below 2^53.
struct DecimalDigits {
  let signed: Int64

  /// Writes a number with so many decimals; nil when it has more, or does not stay below 2^53.
  @inline(__always)
  init?(_ numeral: NumeralReader.Numeral, decimals: Int) {
    guard let own = numeral.exactDecimals, own <= decimals else { return nil }
    let factor = UInt64(NumeralReader.wholePower(decimals &- own))
    let (digits, overflow) = numeral.magnitude.multipliedReportingOverflow(by: factor)
    guard !overflow, digits < 1 << 53 else { return nil }
    signed = numeral.isNegative ? 0 &- Int64(digits) : Int64(digits)
  }
}
