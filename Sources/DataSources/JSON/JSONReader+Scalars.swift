import SourceText

/// Numbers and texts.
extension JSONReader {
  /// Reads a number.
  ///
  /// Up to 18 digits are taken as a whole number and scaled once, which is within one unit of the
  /// last place of a Double and the same on every machine: enough for coordinates.
  mutating func number() throws(JSONFault) -> Double {
    _ = peek()
    let start = offset
    var index = offset
    let count = bytes.count
    let isNegative = index < count && bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var digits = 0
    var mantissa: UInt64 = 0
    var scale = 0
    let first = index
    while index < count, bytes[index] &- 0x30 < 10 {
      if digits < 18 {
        mantissa = mantissa &* 10 &+ UInt64(bytes[index] &- 0x30)
        if mantissa != 0 { digits += 1 }
      } else {
        scale += 1
      }
      index += 1
    }
    guard index > first else { throw failed(index, "a digit") }
    // RFC 8259 allows no zero before other digits.
    guard index == first + 1 || bytes[first] != 0x30 else { throw failed(first, "no leading zero") }
    if index < count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      let point = index
      while index < count, bytes[index] &- 0x30 < 10 {
        if digits < 18 {
          mantissa = mantissa &* 10 &+ UInt64(bytes[index] &- 0x30)
          if mantissa != 0 { digits += 1 }
          scale -= 1
        }
        index += 1
      }
      guard index > point else { throw failed(index, "a digit") }
    }
    if index < count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      scale += try exponent(&index)
    }
    offset = index
    guard let value = Self.scaled(Double(mantissa), by: scale) else {
      throw JSONFault(.expected("a number that a coordinate can be"), at: start)
    }
    return isNegative ? -value : value
  }

  private mutating func exponent(_ index: inout Int) throws(JSONFault) -> Int {
    index += 1
    var isNegative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    let first = index
    var value = 0
    while index < bytes.count, bytes[index] &- 0x30 < 10 {
      value = min(value * 10 + Int(bytes[index] &- 0x30), 10_000)
      index += 1
    }
    guard index > first else { throw failed(index, "a digit") }
    return isNegative ? -value : value
  }

  private mutating func failed(_ index: Int, _ expected: String) -> JSONFault {
    offset = index
    return fault(expected)
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// A number times a power of ten; nil when it is too large for any use.
  private static func scaled(_ value: Double, by scale: Int) -> Double? {
    if scale == 0 || value == 0 { return value }
    if scale < 0 { return scale >= -22 ? value / powers[-scale] : 0 }
    return scale <= 22 ? value * powers[scale] : nil
  }

  /// Reads a text in quotes. A text with broken UTF-8 or half a surrogate pair is a fault.
  mutating func string() throws(JSONFault) -> String {
    try take("\"")
    let start = offset
    var isPlain = true
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      let byte = bytes[end]
      if byte == UInt8(ascii: "\\") || byte >= 0x80 { isPlain = false }
      if byte == UInt8(ascii: "\\") { end += 1 }
      guard byte >= 0x20 else { throw failed(end, "`\"`") }
      end += 1
    }
    guard end < bytes.count else { throw failed(bytes.count, "`\"`") }
    offset = end + 1
    if isPlain { return String(decoding: bytes[start..<end], as: UTF8.self) }
    return try unescaped(start..<end)
  }

  private mutating func unescaped(_ range: Range<Int>) throws(JSONFault) -> String {
    let end = offset
    var text: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "\\") else {
        text.append(bytes[index])
        index += 1
        continue
      }
      index += 1
      switch bytes[index] {
      case UInt8(ascii: "u"): text += try Array(String(escaped(&index, range)).utf8)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[index])
      default: throw failed(index, "an escape such as `\\n`")
      }
      index += 1
    }
    if let broken = UTF8Check.firstInvalidOffset(in: text) {
      throw JSONFault(.brokenText, at: range.lowerBound + broken)
    }
    offset = end
    return String(decoding: text, as: UTF8.self)
  }

  /// The character of `\uXXXX`, or of two that make a pair; `index` ends at its last digit.
  private mutating func escaped(_ index: inout Int, _ range: Range<Int>) throws(JSONFault)
    -> Unicode.Scalar
  {
    var code = try unit(&index, range)
    if (0xD800..<0xDC00).contains(code), index + 2 < range.upperBound,
      bytes[index + 1] == UInt8(ascii: "\\"), bytes[index + 2] == UInt8(ascii: "u")
    {
      index += 2
      let low = try unit(&index, range)
      guard (0xDC00..<0xE000).contains(low) else { throw JSONFault(.brokenText, at: index) }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw JSONFault(.brokenText, at: index) }
    return scalar
  }

  private mutating func unit(_ index: inout Int, _ range: Range<Int>) throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      index += 1
      guard index < range.upperBound,
        let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue
      else { throw failed(min(index, range.upperBound), "four hexadecimal digits") }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
