/// The colours of classes of values, from low to high, and of what maps have beside them.
///
/// Light paper runs from pale to dark, a dark screen from dim to bright: the highest class always
/// stands out most. The classes differ in lightness alone, so they survive grey print.
package enum ClassColours {
  /// On white paper.
  package static let light = [0xdce9f5, 0xaacbe8, 0x6aa5d6, 0x2b70b0, 0x154273].map(Colour.init)

  /// On a dark screen.
  package static let dark = [0x24405f, 0x2f6599, 0x4d8fce, 0x8fbdf0, 0xd6e8fb].map(Colour.init)

  /// Land without a value of its own, and its edge.
  package static let land = Colour(0xe8eef3)
  package static let landEdge = Colour(0x8a9bab)
  package static let darkLand = Colour(0x26303a)
  package static let darkLandEdge = Colour(0x5b6975)

  /// Regions beside those a map is about.
  package static let other = Colour(0x9aa8b5)
  package static let darkOther = Colour(0x5f6e7b)

  /// The class of a colour in a style sheet, by its place from zero.
  package static func className(_ index: Int) -> String { "k\(index + 1)" }
}
