/// Values of one type as narrow codes: what a column holds when it was read from a file.
///
/// A missing row has any code below ``codeCount``; the column's mask tells that it is missing.
package struct PackedValues: Sendable {
  /// What a code stands for.
  package enum Meaning: Sendable {
    /// The integer `base + code`.
    case integer
    /// The number `(base + code) / 10^scale`, of which the dividend is below 2^53.
    case number(scale: UInt8)
    /// The entry of a dictionary.
    case text(TextDictionary)
    /// `base + code` days since 1 January 1970.
    case date
    /// False for 0, true for 1.
    case boolean
    /// One of some distinct periods.
    case period([Period])
  }

  package let meaning: Meaning
  /// Added to each code; 0 where codes are not numbers.
  package let base: Int64
  /// How many codes there can be, each below it; for numbers and dates the greatest code plus 1.
  package let codeCount: Int
  package let codes: PackedCodes

  /// Makes packed values; every code must be below `codeCount`.
  package init(_ meaning: Meaning, base: Int64 = 0, codeCount: Int, codes: PackedCodes) {
    self.meaning = meaning
    self.base = base
    self.codeCount = codeCount
    self.codes = codes
  }

  /// The same meaning of other codes.
  package func with(_ codes: PackedCodes) -> PackedValues {
    PackedValues(meaning, base: base, codeCount: codeCount, codes: codes)
  }

  /// The type of the values.
  package var type: DataType {
    switch meaning {
    case .integer: .integer
    case .number: .number
    case .text: .text
    case .date: .date
    case .boolean: .boolean
    case .period: .period
    }
  }

  /// Whether equal codes stand for equal values, in codes of one width.
  package func hasCodes(of other: PackedValues) -> Bool {
    guard base == other.base, codeCount == other.codeCount, codes.width == other.codes.width else {
      return false
    }
    switch (meaning, other.meaning) {
    case (.integer, .integer), (.date, .date), (.boolean, .boolean): return true
    case (.number(let scale), .number(let other)): return scale == other
    case (.text(let dictionary), .text(let other)): return dictionary === other
    case (.period(let periods), .period(let others)):
      return periods.elementsEqual(others) { $0.isWritten(like: $1) }
    case (.integer, _), (.number, _), (.text, _), (.date, _), (.boolean, _), (.period, _):
      return false
    }
  }

  /// One value, for edges.
  package func value(at row: Int) -> Value { value(of: codes[row]) }

  /// The value a code stands for.
  package func value(of code: UInt64) -> Value {
    let whole = base &+ Int64(bitPattern: code)
    switch meaning {
    case .integer: return .integer(whole)
    case .number(let scale): return .number(Double(whole) / Scaling.powers[Int(scale)])
    case .text(let dictionary): return .text(dictionary[Int(code)])
    case .date: return .date(CalendarDate(days: Int32(truncatingIfNeeded: whole)))
    case .boolean: return .boolean(code != 0)
    case .period(let periods): return .period(periods[Int(code)])
    }
  }

  /// The values written out, a value a row.
  package var unpacked: Column.Storage {
    switch meaning {
    case .integer:
      let base = base
      return .integer(decoded { base &+ Int64(bitPattern: $0) })
    case .number(let scale):
      let base = base
      let divisor = Scaling.powers[Int(scale)]
      return .number(decoded { Double(base &+ Int64(bitPattern: $0)) / divisor }, scale: scale)
    case .text(let dictionary):
      return .text(decoded { UInt32(truncatingIfNeeded: $0) }, dictionary)
    case .date:
      let base = base
      return .date(decoded { Int32(truncatingIfNeeded: base &+ Int64(bitPattern: $0)) })
    case .boolean: return .boolean(decoded { $0 != 0 })
    case .period(let periods): return .period(decoded { periods[Int($0)] })
    }
  }

  /// The integers, or the decimals times ``divisor``.
  package var wholes: [Int64] {
    let base = base
    return decoded { base &+ Int64(bitPattern: $0) }
  }

  /// Whether all integers there may be are below 2^53, so that doubles hold them.
  package var isExact: Bool {
    let limit = Int64(1) << 53
    return base > -limit && base < limit && Int64(codeCount) - 1 < limit - base
  }

  /// What ``wholes`` are divided by to give the values: 10^scale for decimals, else 1.
  package var divisor: Double {
    if case .number(let scale) = meaning { return Scaling.powers[Int(scale)] }
    return 1
  }

  /// Something for each code, in order.
  func mapping<Element>(_ transform: (UInt64) -> Element) -> [Element] { decoded(transform) }

  @inline(__always)
  private func decoded<Element>(_ value: (UInt64) -> Element) -> [Element] {
    switch codes.width {
    case .one: unsafe Self.decode(codes.start(as: UInt8.self), codes.count, value)
    case .two: unsafe Self.decode(codes.start(as: UInt16.self), codes.count, value)
    case .four: unsafe Self.decode(codes.start(as: UInt32.self), codes.count, value)
    case .eight: unsafe Self.decode(codes.start(as: UInt64.self), codes.count, value)
    }
  }

  @inline(__always)
  private static func decode<Code: FixedWidthInteger & UnsignedInteger, Element>(
    _ codes: UnsafePointer<Code>, _ count: Int, _ value: (UInt64) -> Element
  ) -> [Element] {
    unsafe [Element](unsafeUninitializedCapacity: count) { room, filled in
      for row in 0..<count {
        unsafe room.initializeElement(at: row, to: value(UInt64(codes[row])))
      }
      filled = count
    }
  }
}
