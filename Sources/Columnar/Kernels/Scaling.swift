/// Powers of ten that doubles hold exactly.
package enum Scaling {
  /// 10^0 to 10^22.
  package static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// A number rounded to significant decimal digits, for functions whose last bits differ between
  /// machines (`ln exp log10 ^ cagr`).
  package static func rounded(_ value: Double, significant digits: Int) -> Double {
    guard value != 0, value.isFinite else { return value }
    let text = value.description
    let significant = text.utf8.prefix { $0 != UInt8(ascii: "e") }.filter {
      (0x30...0x39).contains($0)
    }
    let trimmed = significant.drop { $0 == 0x30 }
    guard trimmed.count > digits else { return value }
    return DecimalDigits(text).rounded(to: digits)
  }
}

/// The decimal digits of a double's shortest text.
struct DecimalDigits {
  private var digits: [UInt8]
  /// Value = 0.d1d2d3… × 10^exponent
  private var exponent: Int
  private let isNegative: Bool

  /// Reads the text Swift prints for a finite double.
  init(_ text: String) {
    var mantissa: [UInt8] = []
    var point: Int?
    var power = 0
    let bytes = Array(text.utf8)
    isNegative = bytes.first == UInt8(ascii: "-")
    var index = isNegative ? 1 : 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "."): point = mantissa.count
      case UInt8(ascii: "e"):
        power = Int(String(decoding: bytes[(index + 1)...], as: UTF8.self)) ?? 0
        index = bytes.count
      default: mantissa.append(bytes[index] - 0x30)
      }
      index += 1
    }
    exponent = (point ?? mantissa.count) + power
    let leading = mantissa.prefix { $0 == 0 }.count
    digits = Array(mantissa[leading...])
    exponent -= leading
  }

  /// The value with so many significant digits, half away from zero.
  func rounded(to count: Int) -> Double {
    var kept = Array(digits.prefix(count))
    var exponent = exponent
    if digits.count > count, digits[count] >= 5 {
      var index = kept.count - 1
      while index >= 0 {
        if kept[index] < 9 {
          kept[index] += 1
          break
        }
        kept[index] = 0
        index -= 1
      }
      if index < 0 {
        kept.insert(1, at: 0)
        exponent += 1
      }
    }
    let text = "0." + String(decoding: kept.map { $0 + 0x30 }, as: UTF8.self) + "e\(exponent)"
    return (Double(text) ?? 0) * (isNegative ? -1 : 1)
  }
}
