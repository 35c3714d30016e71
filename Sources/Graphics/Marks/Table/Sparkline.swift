/// The course of a value in the height of a line of text, on a scale of its own.
enum Sparkline {
  /// The line with a dot at its last value; gaps stay gaps and are marked at the foot.
  static func elements(
    _ course: [Datum], index: Int, left: Double, top: Double, width: Double, height: Double
  ) -> [Element] {
    let known = course.compactMap(\.value)
    guard course.count > 1, let low = known.min(), let high = known.max() else { return [] }
    let scale = LinearScale(
      low: low, high: high, start: top + height, end: top, includesZero: false)
    let step = (width - 8) / Double(course.count - 1)
    func x(_ place: Int) -> Double { left + 4 + step * Double(place) }
    func y(_ value: Double) -> Double { high > low ? scale.place(value) : top + height / 2 }
    var steps: [PathElement.Step] = []
    var elements: [Element] = []
    for (place, datum) in course.enumerated() {
      guard let value = datum.value else {
        elements.append(
          .rect(
            RectElement(
              className: "missing", x: x(place) - 2, y: top + height - 3, width: 4, height: 3,
              fill: .colour(Palette.light.missing),
              stroke: Stroke(Palette.light.missingEdge, width: 0.75))))
        continue
      }
      let isFirst = place == 0 || course[place - 1].value == nil
      steps.append(isFirst ? .move(x(place), y(value)) : .line(x(place), y(value)))
      let isAlone = isFirst && (place == course.count - 1 || course[place + 1].value == nil)
      if isAlone, place != course.count - 1 {
        elements.append(SeriesStyle.point(0, x: x(place), y: y(value), radius: 1.5))
      }
    }
    let line = PathElement(
      part: "verloop-\(index + 1)", className: Theme.seriesClass(0), steps: steps, fill: .none,
      stroke: Stroke(Theme.seriesColour(0), width: 1.5, isRound: true))
    elements.append(.path(line))
    if let last = course.lastIndex(where: { $0.value != nil }), let value = course[last].value {
      elements.append(SeriesStyle.point(0, x: x(last), y: y(value), radius: 2.5))
    }
    return elements
  }
}
