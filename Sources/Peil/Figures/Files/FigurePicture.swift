package import SourceText

/// What draws figures in pixels.
package enum FigurePicture {
  /// The libraries that draw, with their versions: with the same ones the pixels are the same.
  /// Throws a fault of phase `unavailable` when librsvg is not there.
  package static func libraries() throws(Diagnostic) -> [(name: String, version: String)] {
    try PNGRenderer().versions
  }
}
