/// Measures that all figures share, in pixels.
package enum Theme {
  /// Open Sans first; the others are close in width and found on most machines.
  package static let fontFamily = "'Open Sans', 'Noto Sans', Verdana, Arial, sans-serif"

  /// The space left and right of everything.
  package static let margin: Double = 20

  /// The class of a series by its place, from zero; after the fifth the colours start again.
  package static func seriesClass(_ index: Int) -> String {
    "s\(index % Palette.light.series.count + 1)"
  }

  /// The colour of a series by its place, from zero.
  package static func seriesColour(_ index: Int) -> Colour {
    Palette.light.series[index % Palette.light.series.count]
  }
}
