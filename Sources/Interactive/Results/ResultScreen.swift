/// The terminal that a result is to be read on.
package struct ResultScreen: Equatable, Sendable {
  /// How many characters a line takes.
  package var columns: Int
  /// Whether colours are wanted.
  package var hasColours: Bool
  /// Whether columns that do not fit are left out.
  package var folds: Bool
  /// How a figure is shown.
  package var figures: FigureDisplay

  /// Creates a screen.
  package init(
    columns: Int, hasColours: Bool = false, folds: Bool = true,
    figures: FigureDisplay = .characters
  ) {
    self.columns = columns
    self.hasColours = hasColours
    self.folds = folds
    self.figures = figures
  }
}

/// How a figure is shown on a terminal.
package enum FigureDisplay: String, CaseIterable, Sendable {
  /// As a picture where the terminal says that it shows them, with characters elsewhere.
  case on
  /// With characters.
  case characters
  /// As its rows.
  case off
}
