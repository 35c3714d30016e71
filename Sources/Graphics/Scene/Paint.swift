/// The inside of a shape.
package enum Fill: Sendable, Equatable {
  /// Nothing is painted; the shape is an outline.
  case none
  case colour(Colour)
}

/// The outline of a shape, or a line.
package struct Stroke: Sendable, Equatable {
  /// The colour of the line.
  package var colour: Colour
  /// The width in pixels; nil leaves the 1 of SVG.
  package var width: Double?
  /// Lengths of dashes and gaps; empty for a solid line.
  package var dashes: [Double]
  /// Whether corners are rounded, for lines through data.
  package var isRound: Bool

  /// A line; by default solid, with sharp corners.
  package init(_ colour: Colour, width: Double? = nil, dashes: [Double] = [], isRound: Bool = false)
  {
    self.colour = colour
    self.width = width
    self.dashes = dashes
    self.isRound = isRound
  }
}
