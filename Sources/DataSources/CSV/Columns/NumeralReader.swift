/// Reads numbers straight from bytes, in the way a file writes them.
///
/// A number is an optional minus, digits with the declared grouping, a decimal mark with digits
/// behind it, and an exponent. `nan`, `inf`, hexadecimal, `5.` and, unless lenient, numbers with a
/// plus or a leading zero (`0344`, `+31`) are not numbers: they are codes. The sign may be U+2212.
/// Lenient are also a `%` behind and a `€` before the number, which leave its value as written.
struct NumeralReader: Sendable {
  /// What a text turned out to be.
  enum Kind: UInt8 {
    case none
    /// At most 19 digits and no decimal mark.
    case whole
    /// At most 19 digits, some behind the mark.
    case decimal
    /// More than 19 digits and no decimal mark.
    case longWhole
    /// A number with an exponent, or with more than 19 digits.
    case other
  }

  /// A number as digits: the magnitude divided by 10^`decimals`.
  struct Numeral {
    var kind = Kind.none
    var isNegative = false
    var decimals = 0
    var magnitude: UInt64 = 0

    /// The 64-bit integer, when it is a whole number that fits.
    @inline(__always)
    var integer: Int64? {
      guard kind == .whole else { return nil }
      if magnitude <= UInt64(Int64.max) {
        return isNegative ? 0 &- Int64(magnitude) : Int64(magnitude)
      }
      return isNegative && magnitude == 1 << 63 ? Int64.min : nil
    }

    /// The decimals, at most 15, of a number of which the digits are all in the magnitude.
    @inline(__always)
    var exactDecimals: Int? {
      decimals <= 15 && (kind == .whole || kind == .decimal) ? decimals : nil
    }
  }

  let decimalMark: UInt8
  let thousands: CSVOptions.Thousands
  /// Whether the column is declared to be numeric.
  var isLenient = false

  /// Reads a field.
  @inline(__always)
  func read(_ cell: Cell) -> Numeral {
    let numeral = plain(cell)
    return numeral.kind == .none ? dressed(cell) : numeral
  }

  /// Reads a number that is not plain digits.
  private func dressed(_ cell: Cell) -> Numeral {
    if thousands != .none {
      let numeral = grouped(cell)
      if numeral.kind != .none { return numeral }
    }
    guard let bare = NumeralDress.bare(cell, isLenient: isLenient) else { return Numeral() }
    return unsafe bare.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return Numeral() }
      let cell = unsafe Cell(start: start, count: buffer.count)
      let numeral = plain(cell)
      // What has too many digits for 64 bits would be read again from the text as it stands.
      let found = numeral.kind == .none && thousands != .none ? grouped(cell) : numeral
      return found.kind == .whole || found.kind == .decimal ? found : Numeral()
    }
  }

  /// The nearest 64-bit float, never infinite; nil for what is no number or too large.
  ///
  /// Up to 2^53 both the magnitude and powers of ten up to 10^22 are exact, so that one division
  /// rounds correctly (Clinger, "How to read floating point numbers accurately", 1990).
  @inline(__always)
  func number(_ numeral: Numeral, _ cell: Cell) -> Double? {
    if numeral.kind == .whole || numeral.kind == .decimal, numeral.magnitude <= 1 << 53 {
      let magnitude = Double(numeral.magnitude)
      let value = numeral.decimals == 0 ? magnitude : magnitude / Self.power(numeral.decimals)
      return numeral.isNegative && numeral.magnitude != 0 ? -value : value
    }
    return numeral.kind == .none ? nil : slowNumber(cell)
  }

  /// Ten to a power from 0 to 22, exact.
  @inline(__always)
  static func power(_ exponent: Int) -> Double { powers[exponent] }

  /// Ten to a power from 0 to 15 as an integer.
  @inline(__always)
  static func wholePower(_ exponent: Int) -> Int64 { wholePowers[exponent] }

  private static let wholePowers: InlineArray<16, Int64> = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000,
    100_000_000_000_000, 1_000_000_000_000_000,
  ]

  private static let powers: InlineArray<23, Double> = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  @inline(__always)
  private func plain(_ cell: Cell) -> Numeral {
    let bytes = unsafe cell.start
    let count = cell.count
    var numeral = Numeral()
    var index = 0
    if count > 0, unsafe bytes[0] == 0x2D {
      numeral.isNegative = true
      index = 1
    } else if isLenient, count > 0, unsafe bytes[0] == 0x2B {
      index = 1
    }
    let first = index
    var magnitude: UInt64 = 0
    while index < count {
      let digit = unsafe bytes[index] &- 0x30
      guard digit < 10 else { break }
      magnitude = magnitude &* 10 &+ UInt64(digit)
      index &+= 1
    }
    let wholeDigits = index &- first
    if wholeDigits > 1, unsafe bytes[first] == 0x30, !isLenient { return Numeral() }
    if index == count {
      guard wholeDigits > 0 else { return Numeral() }
      numeral.magnitude = magnitude
      numeral.kind = wholeDigits <= 19 ? .whole : .longWhole
      return numeral
    }
    if unsafe bytes[index] == decimalMark {
      index &+= 1
      let fraction = index
      while index < count {
        let digit = unsafe bytes[index] &- 0x30
        guard digit < 10 else { break }
        magnitude = magnitude &* 10 &+ UInt64(digit)
        index &+= 1
      }
      numeral.decimals = index &- fraction
      guard numeral.decimals > 0 else { return Numeral() }
    } else if wholeDigits == 0 {
      return Numeral()
    }
    numeral.magnitude = magnitude
    numeral.kind = wholeDigits &+ numeral.decimals <= 19 ? .decimal : .other
    if index == count { return numeral }
    numeral.kind = .other
    return unsafe isExponent(bytes, index, count) ? numeral : Numeral()
  }

  private func isExponent(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Bool {
    var index = start
    guard unsafe bytes[index] | 0x20 == 0x65 else { return false }
    index += 1
    if index < count, unsafe bytes[index] == 0x2D || bytes[index] == 0x2B { index += 1 }
    guard index < count, count - index <= 4 else { return false }
    while index < count {
      guard unsafe bytes[index] &- 0x30 < 10 else { return false }
      index += 1
    }
    return true
  }

  /// Digits in groups of three, the first of one to three, all parted by the declared separator.
  private func grouped(_ cell: Cell) -> Numeral {
    guard let digits = ungrouped(cell) else { return Numeral() }
    return unsafe digits.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return Numeral() }
      return unsafe plain(Cell(start: start, count: buffer.count))
    }
  }

  /// The text without its separators, or nil when they do not stand where they should.
  private func ungrouped(_ cell: Cell) -> [UInt8]? {
    var kept: [UInt8] = []
    var sinceSeparator = 0
    var separators = 0
    var index = 0
    var isWhole = true
    while index < cell.count {
      let byte = unsafe cell.start[index]
      let length = isWhole ? separatorLength(cell, index) : 0
      if length > 0 {
        guard separators == 0 ? (1...3).contains(sinceSeparator) : sinceSeparator == 3 else {
          return nil
        }
        separators += 1
        sinceSeparator = 0
        index += length
        continue
      }
      if byte &- 0x30 < 10 {
        sinceSeparator += 1
      } else {
        if isWhole, !kept.isEmpty { isWhole = false }
        if kept.isEmpty, byte != 0x2D, byte != 0x2B { return nil }
        if !isWhole, separators > 0, sinceSeparator != 3 { return nil }
        if !isWhole { separators = 0 }
      }
      kept.append(byte)
      index += 1
    }
    return isWhole && separators > 0 && sinceSeparator != 3 ? nil : kept
  }

  private func separatorLength(_ cell: Cell, _ index: Int) -> Int {
    let byte = unsafe cell.start[index]
    switch thousands {
    case .none: return 0
    case .point: return byte == 0x2E ? 1 : 0
    case .comma: return byte == 0x2C ? 1 : 0
    case .space:
      if byte == 0x20 { return 1 }
      if byte == 0xC2, index + 1 < cell.count, unsafe cell.start[index + 1] == 0xA0 { return 2 }
      if byte == 0xE2, index + 2 < cell.count, unsafe cell.start[index + 1] == 0x80,
        unsafe cell.start[index + 2] == 0xAF
      {
        return 3
      }
      return 0
    }
  }

  /// Rounds correctly by the standard library; for the few numbers of many digits.
  private func slowNumber(_ cell: Cell) -> Double? {
    var text = ""
    for byte in thousands == .none ? cell.bytes : ungrouped(cell) ?? cell.bytes {
      text.unicodeScalars.append(Unicode.Scalar(byte == decimalMark ? 0x2E : byte))
    }
    guard let value = Double(text), value.isFinite else { return nil }
    return value == 0 ? 0 : value
  }
}
