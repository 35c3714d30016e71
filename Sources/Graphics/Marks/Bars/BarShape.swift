/// The rectangles of bars: of a value, of an earlier edition, of a place without a value.
enum BarShape {
  /// A bar in the colour of its series, with the hatching that tells it apart without colour; an
  /// earlier edition has none, unless another series stands beside it.
  static func series(
    _ index: Int, part: String? = nil, isEarlier: Bool = false, isHatched: Bool = false, x: Double,
    y: Double, width: Double, height: Double
  ) -> [Element] {
    let colour = isEarlier ? Palette.light.earlier : Theme.seriesColour(index)
    let bar = RectElement(
      part: part, className: isEarlier ? "s1-eerder" : Theme.seriesClass(index), x: x, y: y,
      width: width, height: height, fill: .colour(colour))
    let steps = Hatching.steps(
      isHatched ? .rising : Hatching.direction(series: index), x: x, y: y, width: width,
      height: height, spacing: 7)
    guard !steps.isEmpty else { return [.rect(bar)] }
    let texture = PathElement(
      className: "texture", steps: steps, fill: .none,
      stroke: Stroke(Palette.light.paper, width: 1))
    return [.rect(bar), .path(texture)]
  }

  /// A place without a value: pale, hatched, with a dashed edge.
  static func missing(
    part: String? = nil, x: Double, y: Double, width: Double, height: Double
  ) -> [Element] {
    let inside = RectElement(
      part: part, className: "missing", x: x, y: y, width: width, height: height,
      fill: .colour(Palette.light.missing))
    let hatch = PathElement(
      className: "missing",
      steps: Hatching.steps(.rising, x: x, y: y, width: width, height: height, spacing: 12),
      fill: .none, stroke: Stroke(Palette.light.hatch, width: 1.5))
    let edge = RectElement(
      className: "missing", x: x, y: y, width: width, height: height, fill: Fill.none,
      stroke: Stroke(Palette.light.missingEdge, dashes: [5, 4]))
    return [.rect(inside), .path(hatch), .rect(edge)]
  }

  /// Words on a plate of paper, so that no grid line runs through them.
  static func plated(_ text: TextElement) -> [Element] {
    let width = TextMeasure.width(text.text, text.style)
    let left: Double
    switch text.anchor {
    case .start: left = text.x
    case .middle: left = text.x - width / 2
    case .end: left = text.x - width
    }
    let plate = RectElement(
      className: "paper", x: left - 4, y: text.y - text.style.size * 0.82, width: width + 8,
      height: text.style.size * 1.08, fill: .colour(Palette.light.paper))
    return [.rect(plate), .text(text)]
  }
}
