import Graphics

extension FigurePainter {
  /// Every way to show a figure, the best first; the last one shows all.
  static let all: [FigurePainter] = [pictures, blocks, braille]

  /// A figure as text for a terminal.
  static func text(_ figure: Figure, on screen: ResultScreen) -> String {
    for painter in all {
      if let text = painter.draw(figure, screen) { return text }
    }
    return figure.alternativeText + "\n"
  }
}
