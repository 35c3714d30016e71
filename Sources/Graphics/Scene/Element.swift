/// One thing that is drawn.
///
/// The cases are those of the portable subset of SVG, which every renderer draws alike;
/// coordinates are pixels of the figure, y downwards.
package enum Element: Sendable, Equatable {
  case group(GroupElement)
  case rect(RectElement)
  case line(LineElement)
  case path(PathElement)
  case circle(CircleElement)
  case text(TextElement)
}

/// Elements that belong together, in drawing order.
package struct GroupElement: Sendable, Equatable {
  /// The last part of the id, `legenda` for `fig-24-1-legenda`; nil for none.
  package var part: String?
  /// The class by which a style sheet finds the group.
  package var className: String
  /// What is drawn, first below.
  package var elements: [Element]
}

/// A rectangle along the axes.
package struct RectElement: Sendable, Equatable {
  /// The last part of the id, `staaf-1` for `fig-24-1-staaf-1`; nil for none.
  package var part: String?
  /// The class by which a style sheet finds the shape.
  package var className: String
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double
  package var fill: Fill?
  package var stroke: Stroke?
}

/// A straight line.
package struct LineElement: Sendable, Equatable {
  /// The class by which a style sheet finds the line.
  package var className: String
  package var x1: Double
  package var y1: Double
  package var x2: Double
  package var y2: Double
  package var stroke: Stroke
}

/// A shape or line of straight pieces.
package struct PathElement: Sendable, Equatable {
  /// One step of the pen.
  package enum Step: Sendable, Equatable {
    case move(Double, Double)
    case line(Double, Double)
    case close
  }

  /// The last part of the id; nil for none.
  package var part: String?
  /// The class by which a style sheet finds the shape.
  package var className: String
  package var steps: [Step]
  package var fill: Fill
  package var stroke: Stroke?
}

/// A circle.
package struct CircleElement: Sendable, Equatable {
  /// The class by which a style sheet finds the shape.
  package var className: String
  package var x: Double
  package var y: Double
  package var radius: Double
  package var fill: Fill?
  package var stroke: Stroke?
}

/// One line of text.
package struct TextElement: Sendable, Equatable {
  /// The side of the text that stands at `x`.
  package enum Anchor: String, Sendable {
    case start
    case middle
    case end
  }

  package var x: Double
  /// The baseline.
  package var y: Double
  package var style: TextStyle
  package var anchor: Anchor
  package var text: String
}
