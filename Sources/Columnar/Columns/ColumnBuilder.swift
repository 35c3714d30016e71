/// Builds a column value by value.
package struct ColumnBuilder: ~Copyable {
  private let type: DataType
  private var booleans: [Bool] = []
  private var integers: [Int64] = []
  private var numbers: [Double] = []
  private var codes: [UInt32] = []
  private var dictionary = TextDictionaryBuilder()
  private var dates: [Int32] = []
  private var periods: [Period] = []
  private var missing: [UInt8] = []
  private var hasMissing = false

  /// Makes a builder for a type.
  package init(_ type: DataType) {
    self.type = type
  }

  /// Appends a value. An integer widens to a number; a value of another type is missing: unknown.
  package mutating func append(_ value: Value) {
    switch (type, value) {
    case (.boolean, .boolean(let flag)): booleans.append(flag)
    case (.integer, .integer(let whole)): integers.append(whole)
    case (.number, .number(let number)): numbers.append(number)
    case (.number, .integer(let whole)): numbers.append(Double(whole))
    case (.text, .text(let text)): codes.append(dictionary.code(text))
    case (.date, .date(let date)): dates.append(date.days)
    case (.period, .period(let period)): periods.append(period)
    case (_, .missing(let reason)): return appendMissing(reason)
    default: return appendMissing(.unknown)
    }
    missing.append(0)
  }

  /// Appends a missing value.
  package mutating func appendMissing(_ reason: MissingReason) {
    switch type {
    case .boolean: booleans.append(false)
    case .integer: integers.append(0)
    case .number: numbers.append(0)
    case .text: codes.append(0)
    case .date: dates.append(0)
    case .period: periods.append(.year(1))
    }
    missing.append(reason.rawValue)
    hasMissing = true
  }

  /// The column built; `scale` as in ``Column/Storage``.
  package consuming func finish(scale: UInt8? = nil) -> Column {
    let mask = hasMissing ? missing : nil
    switch type {
    case .boolean: return Column(.boolean(booleans), missing: mask)
    case .integer: return Column(.integer(integers), missing: mask)
    case .number: return Column(.number(numbers, scale: scale), missing: mask)
    case .text: return Column(.text(codes, dictionary.finish()), missing: mask)
    case .date: return Column(.date(dates), missing: mask)
    case .period: return Column(.period(periods), missing: mask)
    }
  }
}
