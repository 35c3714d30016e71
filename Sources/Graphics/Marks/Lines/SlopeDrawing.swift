/// What slopes have instead of an axis.
extension LineDrawing {
  /// The two lines between which slopes run.
  var uprights: [Element] {
    plan.xs.map { x in
      .line(
        LineElement(
          className: "grid", x1: x, y1: plan.top - 8, x2: x, y2: plan.bottom + 6,
          stroke: Stroke(Palette.light.rule, width: 1)))
    }
  }

  /// A short dotted line at the only value of a slope, towards the one that is missing.
  var stubs: [Element] {
    let lines = plan.lines
    guard lines.kind == .slope, lines.places.count == 2 else { return [] }
    return lines.series.indices.compactMap { series in
      guard (lines.value(series, 0) == nil) != (lines.value(series, 1) == nil),
        let point = plan.point(series, 0) ?? plan.point(series, 1)
      else { return nil }
      let length = lines.value(series, 1) == nil ? 40.0 : -40
      return .line(
        LineElement(
          className: "delta", x1: point.x + length / 6, y1: point.y, x2: point.x + length,
          y2: point.y, stroke: Stroke(Palette.light.soft, width: 1.5, dashes: [1.5, 4])))
    }
  }
}
