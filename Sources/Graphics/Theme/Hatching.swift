/// Lines within a rectangle, computed, because renderers differ in patterns and clipping.
package enum Hatching {
  /// The directions, of which each series of a figure has its own beside its colour.
  package enum Direction: Int, Sendable, CaseIterable {
    case none
    case rising
    case horizontal
    case falling
    case vertical
  }

  /// The direction of a series by its place, from zero.
  ///
  /// Colours start again after five series; the directions then shift by one, so that no two of the
  /// first 25 series look alike. A figure with that many should be several figures.
  package static func direction(series index: Int) -> Direction {
    let count = Direction.allCases.count
    return Direction.allCases[(index + index / count) % count]
  }

  /// The lines of a direction, `spacing` pixels apart along the sides.
  package static func steps(
    _ direction: Direction, x: Double, y: Double, width: Double, height: Double, spacing: Double
  ) -> [PathElement.Step] {
    var steps: [PathElement.Step] = []
    var distance = spacing
    while distance < extent(direction, width: width, height: height) {
      switch direction {
      case .none: return []
      case .rising, .falling:
        let left = (min(distance, height), max(distance - height, 0))
        let right = (max(distance - width, 0), min(distance, width))
        let isRising = direction == .rising
        steps.append(.move(x + left.1, isRising ? y + left.0 : y + height - left.0))
        steps.append(.line(x + right.1, isRising ? y + right.0 : y + height - right.0))
      case .horizontal:
        steps.append(.move(x, y + distance))
        steps.append(.line(x + width, y + distance))
      case .vertical:
        steps.append(.move(x + distance, y))
        steps.append(.line(x + distance, y + height))
      }
      distance += spacing
    }
    return steps
  }

  /// How far the lines of a direction can be moved before they leave the rectangle.
  private static func extent(_ direction: Direction, width: Double, height: Double) -> Double {
    switch direction {
    case .none: 0
    case .rising, .falling: width + height
    case .horizontal: height
    case .vertical: width
    }
  }
}
