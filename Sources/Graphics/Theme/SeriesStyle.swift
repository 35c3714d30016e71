/// What tells series apart beside their colour: dashes and the shape of points.
///
/// Colours start again after five series; shapes and dashes then shift by one, so that no two of
/// the first 25 look alike.
enum SeriesStyle {
  private static let dashes: [[Double]] = [[], [7, 4], [12, 3], [10, 3, 2, 3], [4, 2]]

  /// The dashes of provisional figures, in every series.
  static let provisional: [Double] = [1.5, 4]

  /// The dashes of a series by its place, from zero.
  static func dashes(_ index: Int) -> [Double] { dashes[variant(index)] }

  private static func variant(_ index: Int) -> Int {
    (index + index / dashes.count) % dashes.count
  }

  /// A point of a series; one of a provisional figure is open.
  static func point(
    _ index: Int, x: Double, y: Double, radius: Double = 4, isOpen: Bool = false
  ) -> Element {
    let colour = Theme.seriesColour(index)
    let name = (isOpen ? "o" : "f") + String(Theme.seriesClass(index).dropFirst())
    let fill: Fill = isOpen ? .colour(Palette.light.paper) : .colour(colour)
    let stroke = isOpen ? Stroke(colour, width: 2) : nil
    let reach = radius * (isOpen ? 0.9 : 1)
    switch variant(index) {
    case 0:
      return .circle(
        CircleElement(className: name, x: x, y: y, radius: reach, fill: fill, stroke: stroke))
    case 1:
      let half = reach * 0.875
      return .rect(
        RectElement(
          className: name, x: x - half, y: y - half, width: 2 * half, height: 2 * half, fill: fill,
          stroke: stroke))
    case 2: return corners([(0, -1.15), (1.1, 0.8), (-1.1, 0.8)])
    case 3: return corners([(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)])
    default: return corners([(0, 1.15), (1.1, -0.8), (-1.1, -0.8)])
    }
    func corners(_ corners: [(Double, Double)]) -> Element {
      var steps = corners.enumerated().map { place, corner in
        let (x, y) = (x + corner.0 * reach, y + corner.1 * reach)
        return place == 0 ? PathElement.Step.move(x, y) : .line(x, y)
      }
      steps.append(.close)
      return .path(PathElement(className: name, steps: steps, fill: fill, stroke: stroke))
    }
  }
}
