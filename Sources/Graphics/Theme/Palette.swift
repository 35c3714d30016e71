/// The colours of figures.
///
/// The five series colours differ under every common colour blindness (CIEDE2000 of 20 and more)
/// and stand out from the paper by at least 3:1; the dark set does the same on dark paper.
package struct Palette: Sendable, Equatable {
  package let paper: Colour
  /// Titles and values.
  package let ink: Colour
  /// Axis labels, sources and other lesser text.
  package let soft: Colour
  /// Grid lines and rules.
  package let rule: Colour
  /// The series, in their fixed order.
  package let series: [Colour]
  /// The series as colours of text: the same hues, at least 4.5:1 on the paper.
  package let seriesText: [Colour]
  /// The area below a single line.
  package let tint: Colour
  /// The first series in an earlier edition.
  package let earlier: Colour
  /// The inside of a place without a value.
  package let missing: Colour
  /// The hatching of a place without a value.
  package let hatch: Colour
  /// The outline of a place without a value.
  package let missingEdge: Colour

  /// On white paper: what the attributes of every figure say.
  package static let light = Palette(
    paper: Colour(0xffffff), ink: Colour(0x1b2a38), soft: Colour(0x56636f), rule: Colour(0xd9dee3),
    series: [0x154273, 0xe17000, 0x1a9180, 0x673327, 0xa676d6].map(Colour.init),
    seriesText: [0x154273, 0x9a4d00, 0x12705f, 0x673327, 0x7a45b0].map(Colour.init),
    tint: Colour(0xaacbe8), earlier: Colour(0x728cab), missing: Colour(0xf4f6f8),
    hatch: Colour(0xc3cbd2),
    missingEdge: Colour(0x56636f))

  /// On a dark screen: what the style sheet says instead.
  package static let dark = Palette(
    paper: Colour(0x12181f), ink: Colour(0xe8eef4), soft: Colour(0xb4c0cb), rule: Colour(0x34404b),
    series: [0x7fb2ea, 0xff9d3b, 0x7068ea, 0xd64a1e, 0xc8edb9].map(Colour.init),
    seriesText: [0x7fb2ea, 0xff9d3b, 0x7f77ef, 0xe2603a, 0xc8edb9].map(Colour.init),
    tint: Colour(0x2f4f73), earlier: Colour(0x55749a), missing: Colour(0x1a222b),
    hatch: Colour(0x4a5662),
    missingEdge: Colour(0x8c99a5))
}
