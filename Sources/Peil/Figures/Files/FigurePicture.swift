package import Graphics
package import SourceText

/// A figure in pixels, for documents and pages that take no drawing.
package enum FigurePicture {
  /// The wide layout as PNG, two pixels for each of its own, by librsvg. Throws a fault of phase
  /// `unavailable` when librsvg is not there.
  package static func png(of figure: Figure) throws(Diagnostic) -> [UInt8] {
    let scene = figure.scene(layout: .wide)
    return try PNGRenderer().png(
      figure.svg(layout: .wide), width: scene.width, height: scene.height)
  }

  /// The libraries that draw, with their versions: with the same ones the pixels are the same.
  /// Throws as ``png(of:)`` does.
  package static func libraries() throws(Diagnostic) -> [(name: String, version: String)] {
    try PNGRenderer().versions
  }
}
