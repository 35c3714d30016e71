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

  /// Whether values can be added and divided.
  package var isNumeric: Bool { self == .integer || self == .number }
}
