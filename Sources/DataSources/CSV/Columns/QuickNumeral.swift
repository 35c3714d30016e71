/// A number of at most eight signs, read all at once.
///
/// Only what is written in the plainest way is understood, which nearly all numbers are; for
/// anything else ``NumeralReader`` has to look.
struct QuickNumeral {
  let magnitude: UInt64
  let decimals: Int
  let isNegative: Bool

  /// Reads a field with at most eight digits and marks behind an optional minus; nil for what may
  /// still be a number written otherwise.
  @inline(__always)
  init?(_ cell: Cell, decimalMark: UInt8) {
    var count = cell.count
    var word = cell.firstWord
    isNegative = word & 0xFF == 0x2D
    if isNegative {
      count &-= 1
      word = unsafe Cell.word(cell.start + 1)
    }
    guard count &- 1 < 8, count > 0 else { return nil }
    word &= ~0 &>> UInt64(64 &- 8 &* count)
    let marks = word ^ (Self.each &* UInt64(decimalMark))
    let found = (marks &- Self.each) & ~marks & Self.high
    var whole = count
    if found == 0 {
      decimals = 0
    } else {
      // The lowest bit found is the first mark; the digits behind it move up to those before.
      whole = found.trailingZeroBitCount &>> 3
      count &-= 1
      decimals = count &- whole
      guard decimals > 0 else { return nil }
      let before: UInt64 = (1 &<< UInt64(8 &* whole)) &- 1
      word = word & before | word &>> 8 & ~before
    }
    // A leading zero makes a code of a number.
    guard whole < 2 || word & 0xFF != 0x30 else { return nil }
    let spare = UInt64(64 &- 8 &* count)
    var digits = word ^ (0x3030_3030_3030_3030 &>> spare)
    guard (digits &+ 0x7676_7676_7676_7676 | digits) & Self.high == 0 else { return nil }
    digits = digits &<< spare
    // Neighbours join to pairs, pairs to fours, fours to the number.
    digits = digits &* 10 &+ digits &>> 8
    let even = (digits & Self.outer) &* 0x000F_4240_0000_0064
    let odd = (digits &>> 16 & Self.outer) &* 0x0000_2710_0000_0001
    magnitude = (even &+ odd) &>> 32
  }

  /// The digits with their sign.
  @inline(__always)
  var signed: Int64 {
    let digits = Int64(bitPattern: magnitude)
    return isNegative ? 0 &- digits : digits
  }

  private static var each: UInt64 { 0x0101_0101_0101_0101 }
  private static var high: UInt64 { 0x8080_8080_8080_8080 }
  private static var outer: UInt64 { 0x0000_00FF_0000_00FF }
}
