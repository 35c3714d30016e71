/// Areas between lines, or between a line and zero.
extension LineDrawing {
  /// The area between a series and the one below it.
  func area(_ series: Int) -> [Element] {
    let lines = plan.lines
    let isSingle = lines.series.count == 1
    var elements: [Element] = []
    for run in lines.runs(series) where run.count > 1 {
      let upper = run.compactMap { plan.point(series, $0) }
      let lower = run.map { place in
        (
          x: plan.xs[place],
          y: series == 0 ? plan.y(0) : plan.y(lines.height(series - 1, place) ?? 0)
        )
      }
      var steps = upper.enumerated().map { index, point in
        index == 0 ? PathElement.Step.move(point.x, point.y) : .line(point.x, point.y)
      }
      steps += lower.reversed().map { .line($0.x, $0.y) }
      steps.append(.close)
      let colour = isSingle ? Palette.light.tint : Theme.seriesColour(series)
      elements.append(
        .path(
          PathElement(
            part: elements.isEmpty ? "vlak-\(series + 1)" : nil,
            className: isSingle ? "tint" : "f" + Theme.seriesClass(series).dropFirst(),
            steps: steps, fill: .colour(colour))))
      guard !isSingle else { continue }
      // Hatching and a line of paper tell the areas apart for those who do not see their colours.
      let texture = Hatching.steps(
        Hatching.direction(series: series), within: upper + lower.reversed(), spacing: 7)
      if !texture.isEmpty {
        elements.append(
          .path(
            PathElement(
              className: "texture", steps: texture, fill: .none,
              stroke: Stroke(Palette.light.paper, width: 1))))
      }
      let edge = upper.enumerated().map { index, point in
        index == 0 ? PathElement.Step.move(point.x, point.y) : .line(point.x, point.y)
      }
      elements.append(
        .path(
          PathElement(
            className: "edge", steps: edge, fill: .none,
            stroke: Stroke(Palette.light.paper, width: 2, isRound: true))))
    }
    // A place between two gaps has no area; a bar of a few pixels shows it.
    for run in lines.runs(series) where run.count == 1 {
      guard let point = plan.point(series, run.lowerBound) else { continue }
      let base = series == 0 ? 0 : lines.height(series - 1, run.lowerBound) ?? 0
      let foot = plan.y(base)
      elements.append(
        .rect(
          RectElement(
            className: Theme.seriesClass(series), x: point.x - 2, y: min(point.y, foot), width: 4,
            height: (foot - point.y).magnitude, fill: .colour(Theme.seriesColour(series)))))
    }
    return elements
  }
}
