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

  /// Whether it marks a figure as provisional: true, a number other than 0, a period with a mark
  /// such as `2022*`, or a text that does not say that the figure is final.
  package var marksProvisional: Bool {
    switch self {
    case .boolean(let flag): flag
    case .integer(let value): value != 0
    case .number(let value): value != 0
    case .text(let text):
      !["", "definitief", "final", "nee", "no", "false", "0"].contains(text.lowercased())
    case .period(let period): period.mark != .none
    case .missing, .date: false
    }
  }

  /// The period, when it is one; a whole number is a year.
  package var asPeriod: Period? {
    switch self {
    case .integer(let year) where (1...9999).contains(year): .year(Int(year))
    case .period(let period): period
    case .missing, .boolean, .integer, .number, .text, .date: nil
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
