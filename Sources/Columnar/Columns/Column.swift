/// One column of values of one type, with a reason for each missing value.
///
/// Invariants: `missing`, when there, has one entry a row: 0 for known, else the raw value of a
/// ``MissingReason``; the stored value of a missing row is a harmless filler (0, false, code 0);
/// numbers are finite; every text code is below the dictionary's count or its row is missing.
package struct Column: Sendable {
  /// The values by type.
  package enum Storage: Sendable {
    case boolean([Bool])
    case integer([Int64])
    /// `scale` n promises that every value is the double nearest to an integer divided by 10^n,
    /// with that integer below 2^53, so that sums can be made exactly in integers.
    case number([Double], scale: UInt8?)
    case text([UInt32], TextDictionary)
    /// Days since 1 January 1970.
    case date([Int32])
    case period([Period])
  }

  package var storage: Storage
  /// Reason per row, 0 for known; nil when every row is known.
  package var missing: [UInt8]?
  /// Coverage per row; nil when every cell stands for itself.
  package var coverage: Coverage?

  /// Makes a column; a mask without a missing row is dropped.
  package init(_ storage: Storage, missing: [UInt8]? = nil, coverage: Coverage? = nil) {
    self.storage = storage
    self.missing = missing.flatMap { mask in mask.contains { $0 != 0 } ? mask : nil }
    self.coverage = coverage
  }

  /// The number of rows.
  package var count: Int {
    switch storage {
    case .boolean(let values): values.count
    case .integer(let values): values.count
    case .number(let values, _): values.count
    case .text(let codes, _): codes.count
    case .date(let values): values.count
    case .period(let values): values.count
    }
  }

  /// The type of the values.
  package var type: DataType {
    switch storage {
    case .boolean: .boolean
    case .integer: .integer
    case .number: .number
    case .text: .text
    case .date: .date
    case .period: .period
    }
  }

  /// Why the row is missing, or nil when it is known.
  package func reason(at row: Int) -> MissingReason? {
    guard let missing else { return nil }
    return MissingReason(rawValue: missing[row])
  }

  /// One value, for edges; kernels take the arrays.
  package func value(at row: Int) -> Value {
    if let reason = reason(at: row) { return .missing(reason) }
    switch storage {
    case .boolean(let values): return .boolean(values[row])
    case .integer(let values): return .integer(values[row])
    case .number(let values, _): return .number(values[row])
    case .text(let codes, let dictionary): return .text(dictionary.entries[Int(codes[row])])
    case .date(let values): return .date(CalendarDate(days: values[row]))
    case .period(let values): return .period(values[row])
    }
  }
}
