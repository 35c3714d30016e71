/// One column of values of one type, with a reason for each missing value.
///
/// Values are either written out, an array of them, or packed as narrow codes; which of the two
/// never shows in a result. Kernels for packed values look at ``packed`` first; everything else
/// takes ``storage``, for which packed values are written out.
///
/// Invariants: `missing`, when there, has one entry a row: 0 for known, else the raw value of a
/// ``MissingReason``; the stored value of a missing row is a harmless filler (0, false, code 0);
/// numbers are finite; every text code is below the dictionary's count or its row is missing.
package struct Column: Sendable {
  /// The values by type, written out.
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

  private enum Content {
    case plain(Storage)
    case packed(PackedValues)
  }

  private var content: Content
  /// Reason per row, 0 for known; nil when every row is known.
  package var missing: [UInt8]?
  /// Coverage per row; nil when every cell stands for itself.
  package var coverage: Coverage?

  /// Makes a column; a mask without a missing row is dropped.
  package init(_ storage: Storage, missing: [UInt8]? = nil, coverage: Coverage? = nil) {
    self.init(.plain(storage), missing: missing, coverage: coverage)
  }

  /// Makes a column of packed values; a mask without a missing row is dropped.
  package init(_ packed: PackedValues, missing: [UInt8]? = nil, coverage: Coverage? = nil) {
    self.init(.packed(packed), missing: missing, coverage: coverage)
  }

  private init(_ content: Content, missing: [UInt8]?, coverage: Coverage?) {
    self.content = content
    self.missing = missing.flatMap { MissingMasks.hasMissing($0) ? $0 : nil }
    self.coverage = coverage
  }

  /// The values written out. Costs a pass over the rows when they are packed.
  package var storage: Storage {
    get {
      switch content {
      case .plain(let storage): storage
      case .packed(let packed): packed.unpacked
      }
    }
    set { content = .plain(newValue) }
  }

  /// The values as codes, or nil when they are written out.
  package var packed: PackedValues? {
    guard case .packed(let packed) = content else { return nil }
    return packed
  }

  /// The number of rows.
  package var count: Int {
    switch content {
    case .packed(let packed): packed.codes.count
    case .plain(.boolean(let values)): values.count
    case .plain(.integer(let values)): values.count
    case .plain(.number(let values, _)): values.count
    case .plain(.text(let codes, _)): codes.count
    case .plain(.date(let values)): values.count
    case .plain(.period(let values)): values.count
    }
  }

  /// The type of the values.
  package var type: DataType {
    switch content {
    case .packed(let packed): packed.type
    case .plain(.boolean): .boolean
    case .plain(.integer): .integer
    case .plain(.number): .number
    case .plain(.text): .text
    case .plain(.date): .date
    case .plain(.period): .period
    }
  }

  /// The dictionary of a text column, or nil.
  package var dictionary: TextDictionary? {
    switch content {
    case .plain(.text(_, let dictionary)): return dictionary
    case .packed(let packed):
      guard case .text(let dictionary) = packed.meaning else { return nil }
      return dictionary
    case .plain(.boolean), .plain(.integer), .plain(.number), .plain(.date), .plain(.period):
      return nil
    }
  }

  /// The same for rows of which none is missing.
  package var known: Column {
    var column = self
    column.missing = nil
    return column
  }

  /// Why the row is missing, or nil when it is known.
  package func reason(at row: Int) -> MissingReason? {
    guard let missing else { return nil }
    return MissingReason(rawValue: missing[row])
  }

  /// One value, for edges; kernels take the arrays.
  package func value(at row: Int) -> Value {
    if let reason = reason(at: row) { return .missing(reason) }
    switch content {
    case .packed(let packed): return packed.value(at: row)
    case .plain(.boolean(let values)): return .boolean(values[row])
    case .plain(.integer(let values)): return .integer(values[row])
    case .plain(.number(let values, _)): return .number(values[row])
    case .plain(.text(let codes, let dictionary)): return .text(dictionary[Int(codes[row])])
    case .plain(.date(let values)): return .date(CalendarDate(days: values[row]))
    case .plain(.period(let values)): return .period(values[row])
    }
  }
}
