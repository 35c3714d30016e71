package import Wording

/// The room a mark has within a figure.
package struct DrawingArea: Sendable {
  package let layout: FigureLayout
  package let language: Language
  /// The lowest baseline of what stands above; each mark keeps the distance that suits it.
  package let top: Double
  /// The left edge.
  package let left: Double
  /// The right edge.
  package let right: Double

  /// The whole width of a figure, or the part between two edges.
  init(
    layout: FigureLayout, language: Language, top: Double, left: Double = Theme.margin,
    right: Double? = nil
  ) {
    self.layout = layout
    self.language = language
    self.top = top
    self.left = left
    self.right = right ?? layout.width - Theme.margin
  }

  /// The width between the edges.
  package var width: Double { right - left }

  /// What is left below a baseline.
  func below(_ baseline: Double) -> DrawingArea {
    DrawingArea(layout: layout, language: language, top: baseline, left: left, right: right)
  }
}

/// What a mark has drawn.
package struct Drawing: Sendable {
  /// The elements, first below.
  package var elements: [Element]
  /// Where the rule of the footer goes.
  package var bottom: Double
}
