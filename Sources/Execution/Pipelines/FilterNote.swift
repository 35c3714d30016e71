import Columnar

/// What is said of filters.
enum FilterNote {
  /// For so many rows a missing value decided.
  static func undecided(_ count: Int) -> Note {
    Note(
      code: "decided-by-missing",
      dutch: count == 1
        ? "bij 1 regel besliste een ontbrekende waarde over de voorwaarde"
        : "bij \(count) regels besliste een ontbrekende waarde over de voorwaarde",
      english: count == 1
        ? "a missing value decided the condition for 1 row"
        : "a missing value decided the condition for \(count) rows")
  }
}
