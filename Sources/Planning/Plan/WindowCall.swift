package import Columnar

/// A column computed from a row and others of its series or group.
package struct WindowCall: Sendable {
  package let name: String
  package let function: WindowFunction
  /// In the order of the signature, nil where left out.
  package let arguments: [TypedExpr?]
  /// Positions of the columns that name a series or group.
  package let series: [Int]
  /// Position of the time axis; nil for functions of rows.
  package let axis: Int?
  /// Which rows of the series are wanted.
  package let steps: [Step]
  /// Position of the column that names each row's kind of measure, when that differs by row.
  package let kindColumn: Int?

  /// Which row is the base.
  package enum Step: Hashable, Sendable {
    /// So many periods of the row's own length earlier.
    case periods(Int)
    /// So many calendar years earlier.
    case years(Int)
    /// The named period.
    case at(Period)
    /// The named period, compared with another named one and not with the row's own: a break
    /// counts when it lies between those two.
    case named(Period, comparedWith: Period)

    /// The period it names, when it does.
    var period: Period? {
      switch self {
      case .at(let period), .named(let period, _): period
      case .periods, .years: nil
      }
    }
  }

  /// Makes a call.
  package init(
    name: String, function: WindowFunction, arguments: [TypedExpr?], series: [Int], axis: Int?,
    steps: [Step], kindColumn: Int? = nil
  ) {
    self.name = name
    self.function = function
    self.arguments = arguments
    self.series = series
    self.axis = axis
    self.steps = steps
    self.kindColumn = kindColumn
  }
}
