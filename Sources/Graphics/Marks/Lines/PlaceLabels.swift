/// The names along the lower axis: all of them when there is room, else round years, or every
/// second, third … counted from the last, on as many lines as they need.
struct PlaceLabels {
  private let places: [Lines.Place]
  /// Which are shown, with their lines.
  let shown: [(index: Int, lines: [String])]
  /// The widest shown label.
  let width: Double

  /// The labels of places with at least `step` pixels between them.
  init(_ places: [Lines.Place], step: Double, limit: Double) {
    self.places = places
    let widest = TextMeasure.width(places.map(\.label), .tick)
    var every = 1
    var room = limit
    if widest + 10 > step {
      let wrapped = places.allSatisfy {
        LineBreaking.unbroken($0.label, width: step - 10, limit: 3, .tick) != nil
      }
      if wrapped {
        room = step - 10
      } else {
        every = max(Int(((min(widest, limit) + 14) / max(step, 0.01)).rounded(.up)), 1)
        room = min(limit, Double(every) * step - 10)
      }
    }
    if every > 2, let round = RoundUnits(places, step: step) {
      self.shown = round.indices.map { ($0, [round.name($0)]) }
      width = self.shown.reduce(0) { max($0, TextMeasure.width($1.lines, .tick)) }
      return
    }
    var shown: [(index: Int, lines: [String])] = []
    for index in places.indices where (places.count - 1 - index) % every == 0 {
      shown.append((index, LineBreaking.lines(places[index].label, width: room, .tick)))
    }
    self.shown = shown
    width = shown.reduce(0) { max($0, TextMeasure.width($1.lines, .tick)) }
  }

  /// Ticks and names below the plot, and the lowest baseline.
  ///
  /// A name that would reach beyond the area is moved into it; one that would then touch a later
  /// one is left out.
  func elements(xs: [Double], bottom: Double, in area: DrawingArea, hasTicks: Bool = true) -> (
    elements: [Element], baseline: Double
  ) {
    var elements: [Element] = []
    var lowest = bottom
    var limit = area.right
    for (index, lines) in shown.reversed() {
      let half = TextMeasure.width(lines, .tick) / 2
      let x = max(min(xs[index], area.right - half), area.left + half)
      guard x + half <= limit else { continue }
      limit = x - half - 6
      if hasTicks {
        elements.append(
          .line(
            LineElement(
              className: "axis", x1: xs[index], y1: bottom, x2: xs[index], y2: bottom + 5,
              stroke: Stroke(Palette.light.soft, width: 1))))
      }
      var column = TextColumn(x: x, anchor: .middle, baseline: bottom)
      column.add(lines, .tick, lead: 22, step: 16)
      elements += column.elements
      lowest = max(lowest, column.baseline)
    }
    return (elements, lowest)
  }
}
