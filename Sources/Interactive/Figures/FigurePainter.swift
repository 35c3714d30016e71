import Graphics

/// A way to show a figure on a terminal.
///
/// A new one is a file in this folder and a line in `FigurePainters.swift`.
struct FigurePainter: Sendable {
  /// What it draws with.
  let name: String
  /// The figure as text of lines, or nil when this way cannot show it there.
  let draw: @Sendable (Figure, ResultScreen) -> String?
}
