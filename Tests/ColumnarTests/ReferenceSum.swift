/// A sum in whole numbers of 2^-1074, rounded once: slow, and right by its simplicity.
struct ReferenceSum {
  /// Limbs of 32 bits, lowest first, not carried yet.
  private var limbs = [Int64](repeating: 0, count: 72)

  mutating func add(_ value: Double) {
    guard value != 0 else { return }
    let isNormal = value.exponentBitPattern > 0
    let digits = value.significandBitPattern | (isNormal ? 1 << 52 : 0)
    let shift = isNormal ? Int(value.exponentBitPattern) - 1 : 0
    let sign: Int64 = value < 0 ? -1 : 1
    // Three limbs hold 53 bits at any shift within a limb.
    let (limb, bit) = (shift / 32, UInt64(shift % 32))
    let low = (digits & 0xFFFF_FFFF) << bit
    let high = (digits >> 32) << bit
    limbs[limb] += sign * Int64(low & 0xFFFF_FFFF)
    limbs[limb + 1] += sign * Int64((low >> 32) + (high & 0xFFFF_FFFF))
    limbs[limb + 2] += sign * Int64(high >> 32)
  }

  /// The nearest double, half to even; infinite outside their range.
  var value: Double {
    var carried = Self.carried(limbs)
    let isNegative = carried[carried.count - 1] < 0
    if isNegative { carried = Self.carried(carried.map { -$0 }) }
    var bits: [Bool] = []
    for limb in carried { for bit in 0..<32 { bits.append(limb >> Int64(bit) & 1 == 1) } }
    guard let top = bits.lastIndex(of: true) else { return 0 }
    // The last place kept is that of a subnormal or of the 53rd bit.
    var last = max(0, top - 52)
    var digits: UInt64 = 0
    for index in stride(from: top, through: last, by: -1) {
      digits = digits << 1 | (bits[index] ? 1 : 0)
    }
    if last > 0, bits[last - 1], digits & 1 == 1 || bits[..<(last - 1)].contains(true) {
      digits += 1
    }
    var result = Double(digits)
    // In steps, for 2^(last - 1074) alone may be no double.
    last -= 1074
    while last > 900 { (result, last) = (result * 0x1p900, last - 900) }
    while last < -900 { (result, last) = (result * 0x1p-900, last + 900) }
    result *= Double(sign: .plus, exponent: last, significand: 1)
    return isNegative ? -result : result
  }

  private static func carried(_ limbs: [Int64]) -> [Int64] {
    var result = limbs
    for index in 0..<(result.count - 1) {
      let rest = result[index] & 0xFFFF_FFFF
      result[index + 1] += (result[index] - rest) >> 32
      result[index] = rest
    }
    return result
  }
}
