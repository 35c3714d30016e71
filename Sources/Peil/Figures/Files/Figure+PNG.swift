package import Graphics
package import SourceText

extension Figure {
  /// The figure as PNG, two pixels for each of its own. Throws a fault where librsvg is not there.
  package func png(layout: FigureLayout) throws(Diagnostic) -> [UInt8] {
    let scene = scene(layout: layout)
    return try PNGRenderer().png(
      svg(layout: layout), width: scene.width, height: scene.height)
  }
}
