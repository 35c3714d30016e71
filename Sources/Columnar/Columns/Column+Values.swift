extension Column {
  /// The values of a boolean column, or nil.
  package var booleans: [Bool]? {
    guard type == .boolean else { return nil }
    if case .boolean(let values) = storage { return values }
    return nil
  }

  /// The values of an integer column, or nil.
  package var integers: [Int64]? {
    guard type == .integer else { return nil }
    if case .integer(let values) = storage { return values }
    return nil
  }

  /// The values of a number column, or of an integer column widened; else nil.
  package var numbers: [Double]? {
    guard type == .number || type == .integer else { return nil }
    return switch storage {
    case .number(let values, _): values
    case .integer(let values): values.map { Double($0) }
    case .boolean, .text, .date, .period: nil
    }
  }

  /// The days of a date column, or nil.
  package var dates: [Int32]? {
    guard type == .date else { return nil }
    if case .date(let values) = storage { return values }
    return nil
  }

  /// The values of a period column, or nil.
  package var periodValues: [Period]? {
    guard type == .period else { return nil }
    if case .period(let values) = storage { return values }
    return nil
  }

  /// The promise of ``Storage/number(_:scale:)``; integers have scale 0 when they are below 2^53.
  package var scale: UInt8? {
    guard type == .number else { return nil }
    if let packed {
      if case .number(let scale) = packed.meaning { return scale }
      return nil
    }
    if case .number(_, let scale) = storage { return scale }
    return nil
  }
}
