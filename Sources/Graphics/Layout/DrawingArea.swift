package import Wording

/// The room a mark has within a figure.
package struct DrawingArea: Sendable {
  package let layout: FigureLayout
  package let language: Language
  /// The lowest baseline of the header; each mark keeps the distance that suits it.
  package let top: Double

  /// The left edge.
  package var left: Double { Theme.margin }
  /// The right edge.
  package var right: Double { layout.width - Theme.margin }
  /// The width between the edges.
  package var width: Double { right - left }
}

/// What a mark has drawn.
package struct Drawing: Sendable {
  /// The elements, first below.
  package var elements: [Element]
  /// Where the rule of the footer goes.
  package var bottom: Double
}
