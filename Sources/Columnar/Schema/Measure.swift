/// What is known about a measure beside its type.
package struct Measure: Hashable, Sendable {
  package var kind: MeasureKind
  /// The column that weighs a mean of this measure.
  package var weight: String?
  /// Columns with the lower and upper margin and the number of observations.
  package var lower: String?
  package var upper: String?
  package var observations: String?
  /// Columns that name unit and kind by row, for a mixed measure.
  package var unitColumn: String?
  package var kindColumn: String?

  /// Makes a measure of a kind.
  package init(_ kind: MeasureKind) {
    self.kind = kind
  }
}
