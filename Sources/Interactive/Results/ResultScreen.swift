/// The terminal that a result is to be read on.
package struct ResultScreen: Equatable, Sendable {
  /// How many characters a line takes.
  package var columns: Int
  /// Whether colours are wanted.
  package var hasColours: Bool
  /// Whether columns that do not fit are left out.
  package var folds: Bool
  /// Whether a figure is drawn, rather than its rows listed.
  package var drawsFigures: Bool

  /// Creates a screen.
  package init(
    columns: Int, hasColours: Bool = false, folds: Bool = true, drawsFigures: Bool = true
  ) {
    self.columns = columns
    self.hasColours = hasColours
    self.folds = folds
    self.drawsFigures = drawsFigures
  }
}
