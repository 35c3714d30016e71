/// Some rows of a column of numbers.
struct NumberPiece: Sendable {
  /// The values of the rows.
  enum Values: Sendable {
    /// Integers as distances from the smallest, to be divided by 10^`decimals`; the range is that
    /// of the known ones, also of rows that a filter left out, and nil without any. A missing row has code 0.
    case digits(NarrowCodes, decimals: Int, range: ClosedRange<Int64>?)
    /// Numbers that are no decimals, or not all at one scale; 0 for missing rows.
    case floats([Double])
  }

  let count: Int
  let values: Values
  /// Whether a column of integers turned out to be one of numbers.
  let isWidened: Bool
  let missing: [UInt8]?
}
