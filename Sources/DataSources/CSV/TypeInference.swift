import Columnar

/// Finds the type of a column from its first values: the narrowest that fits them all.
struct TypeInference {
  private var fits: Set = .all
  private var hasValue = false
  private var hasFraction = false
  /// The length all periods share; nil when they do not, or some are spans.
  private(set) var granularity: Period.Granularity?
  private var hasPeriod = false
  /// Whether all values are numbers of four digits.
  private var isPlainYears = true

  /// The types that are still possible.
  private struct Set: OptionSet {
    let rawValue: UInt8
    static let boolean = Set(rawValue: 1)
    static let integer = Set(rawValue: 2)
    static let number = Set(rawValue: 4)
    static let date = Set(rawValue: 8)
    static let period = Set(rawValue: 16)
    static let all = Set(rawValue: 31)
  }

  /// Begins a column; only one named like a time axis may hold periods.
  init(isTime: Bool) {
    if !isTime { fits.remove(.period) }
  }

  /// Looks at a value that is not missing.
  mutating func include(_ cell: Cell, _ numerals: NumeralReader) {
    hasValue = true
    if fits.isEmpty { return }
    if fits.contains(.boolean), SimpleValues.boolean(cell) == nil { fits.remove(.boolean) }
    if fits.contains(.date), SimpleValues.date(cell, isDeclared: false) == nil {
      fits.remove(.date)
    }
    if fits.contains(.period) { include(PeriodParser.parse(cell.text)) }
    if fits.contains(.number) {
      let numeral = numerals.read(cell)
      if numeral.integer == nil { fits.remove(.integer) }
      if numerals.number(numeral, cell) == nil { fits.remove(.number) }
      if numeral.kind == .decimal || numeral.kind == .other { hasFraction = true }
      if numeral.isNegative || cell.count != 4 { isPlainYears = false }
    }
  }

  private mutating func include(_ period: Period?) {
    guard let period else {
      fits.remove(.period)
      return
    }
    let own = period.isSpan ? nil : period.granularity
    if !hasPeriod { granularity = own } else if granularity != own { granularity = nil }
    hasPeriod = true
  }

  /// The narrowest type. A column without any value is text, which every later value fits; a fault
  /// that follows from that says so. Whole
  /// numbers of which one exceeds 64 bits are text: identifiers, which may not lose digits.
  var type: DataType {
    guard hasValue else { return .text }
    if fits.contains(.boolean) { return .boolean }
    if fits.contains(.integer) { return .integer }
    if fits.contains(.number), hasFraction { return .number }
    if fits.contains(.date) { return .date }
    if fits.contains(.period) { return .period }
    return .text
  }

  /// Whether no later value can make it anything but text.
  var isText: Bool { fits.isEmpty }

  /// Whether there was any value.
  var isEmpty: Bool { !hasValue }

  /// Whether the type can be an axis of comparison: plain years, dates or periods.
  var isAxis: Bool {
    switch type {
    case .integer: isPlainYears
    case .date, .period: true
    case .boolean, .number, .text: false
    }
  }
}
