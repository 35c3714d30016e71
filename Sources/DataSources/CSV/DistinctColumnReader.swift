import Columnar

/// Reads a column of booleans, dates or periods: each distinct text is understood once.
final class DistinctColumnReader: ColumnReader {
  private let type: DataType
  private let isDeclared: Bool
  private let tokens: MissingTokens
  private var interner = TextInterner()
  /// The values by code; all of one type, up to the first text that does not fit.
  private var known: [Value] = []
  private var booleans: [Bool] = []
  private var dates: [Int32] = []
  private var periods: [Period] = []
  private var mask = MissingMask()
  private var codeScratch: [UInt32] = []
  private var maskScratch: [UInt8] = []

  /// Makes a reader; `rows` is a guess of how many will come.
  init(_ type: DataType, isDeclared: Bool, _ tokens: MissingTokens, rows: Int) {
    self.type = type
    self.isDeclared = isDeclared
    self.tokens = tokens
  }

  func read(_ batch: FieldBatch, _ slot: Int) -> Int? {
    let hasMissing = internFields(
      batch, slot, tokens, &interner, codes: &codeScratch, mask: &maskScratch)
    while known.count < interner.count {
      guard let value = interner.withCell(known.count, { self.value($0) }) else {
        let code = UInt32(known.count)
        return (0..<batch.rows).first { maskScratch[$0] == 0 && codeScratch[$0] == code }
      }
      known.append(value)
    }
    for row in 0..<batch.rows {
      append(maskScratch[row] == 0 ? known[Int(codeScratch[row])] : nil)
    }
    mask.append(maskScratch, rows: batch.rows, hasMissing: hasMissing)
    return nil
  }

  func finish() -> Column {
    switch type {
    case .boolean: Column(.boolean(booleans), missing: mask.reasons)
    case .date: Column(.date(dates), missing: mask.reasons)
    case .period, .integer, .number, .text: Column(.period(periods), missing: mask.reasons)
    }
  }

  private func value(_ cell: Cell) -> Value? {
    switch type {
    case .boolean: SimpleValues.boolean(cell).map(Value.boolean)
    case .date: SimpleValues.date(cell, isDeclared: isDeclared).map(Value.date)
    case .period, .integer, .number, .text: PeriodParser.parse(cell.text).map(Value.period)
    }
  }

  /// Appends a value, or for a missing one the filler of its type.
  private func append(_ value: Value?) {
    switch value {
    case .boolean(let flag): booleans.append(flag)
    case .date(let date): dates.append(date.days)
    case .period(let period): periods.append(period)
    case .missing, .integer, .number, .text, nil:
      switch type {
      case .boolean: booleans.append(false)
      case .date: dates.append(0)
      case .period, .integer, .number, .text: periods.append(.year(1))
      }
    }
  }
}

/// Booleans and dates as files write them.
enum SimpleValues {
  /// `true` and `false`, also with a capital or in capitals.
  static func boolean(_ cell: Cell) -> Bool? {
    guard cell.count == 4 || cell.count == 5 else { return nil }
    switch cell.text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return nil
    }
  }

  /// `2020-05-01`; in a column declared to hold dates also `1-5-2020`, day first.
  static func date(_ cell: Cell, isDeclared: Bool) -> CalendarDate? {
    guard (8...10).contains(cell.count) else { return nil }
    let parts = cell.bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let sizes = parts.map(\.count)
    guard let first = number(parts[0]), let second = number(parts[1]), let third = number(parts[2])
    else { return nil }
    if sizes == [4, 2, 2] { return CalendarDate(year: first, month: second, day: third) }
    guard isDeclared, sizes[2] == 4, sizes[0] <= 2, sizes[1] <= 2 else { return nil }
    return CalendarDate(year: third, month: second, day: first)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...4).contains(digits.count) else { return nil }
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }
}
