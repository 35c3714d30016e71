/// What the values of a column are.
@usableFromInline
package enum DataType: String, Hashable, Sendable, CaseIterable {
  /// `true` or `false`.
  case boolean
  /// 64-bit signed integer.
  case integer
  /// 64-bit float, never infinite and never NaN.
  case number
  /// Unicode text.
  case text
  /// A calendar day.
  case date
  /// A year, quarter, month, day or a span of them.
  case period

  /// What the values are, a sentence for the reference.
  package var meaning: String {
    switch self {
    case .boolean: "`true` or `false`."
    case .integer: "A whole number of 64 bits; beyond them is a fault with its row."
    case .number: "A float of 64 bits, never infinite and never NaN."
    case .text: "Text in Unicode, sorted by one fixed rule."
    case .date: "A calendar day, as `2020-05-01`."
    case .period: "A year, quarter, month, week, day or span: `@2020Q1`, `@2014..@2019`."
    }
  }

  /// Whether values can be added and divided.
  package var isNumeric: Bool { self == .integer || self == .number }
}
