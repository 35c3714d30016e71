import Graphics

extension FigurePainter {
  /// Any figure: its drawing in dots, eight to a character, with its texts between them.
  static let braille = FigurePainter(name: "braille") { figure, screen in
    var canvas = BrailleCanvas(
      figure.scene(layout: layout(on: screen)), within: screen.columns)
    return canvas.lines().map { $0.text(hasColours: screen.hasColours) + "\n" }.joined()
  }
}
