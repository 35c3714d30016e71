/// One value of any type, for edges (literals, results, messages); never used in a hot loop.
package enum Value: Hashable, Sendable {
  case missing(MissingReason)
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  case date(CalendarDate)
  case period(Period)

  /// The type, or nil for a missing value, which fits any.
  package var type: DataType? {
    switch self {
    case .missing: nil
    case .boolean: .boolean
    case .integer: .integer
    case .number: .number
    case .text: .text
    case .date: .date
    case .period: .period
    }
  }

  /// The number, when it is one.
  package var asNumber: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .missing, .boolean, .text, .date, .period: nil
    }
  }
}
