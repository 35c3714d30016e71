import Graphics

extension FigurePainter {
  /// Any figure: its drawing in dots, eight to a character, with its texts between them.
  static let braille = FigurePainter(name: "braille") { figure, screen in
    let layout: FigureLayout =
      Double(screen.columns) * BrailleCanvas.cellWidth >= FigureLayout.wide.width ? .wide : .narrow
    var canvas = BrailleCanvas(figure.scene(layout: layout))
    return canvas.lines().map { $0.text(hasColours: screen.hasColours) + "\n" }.joined()
  }
}
