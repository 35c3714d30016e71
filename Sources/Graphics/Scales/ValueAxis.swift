/// The numbers left of a plot, and the grid lines from them.
struct ValueAxis {
  /// A number on the axis.
  struct Tick {
    let place: Double
    let text: String
    let isZero: Bool
  }

  /// Where the plot begins: right of the widest number.
  var left: Double
  /// Where grid lines end.
  var right: Double
  let ticks: [Tick]
  /// Where the heavy line goes: at zero, or at the bottom when zero is not on the scale.
  private let base: Double

  /// The axis of a scale within an area; one without a value has only its zero, one of counts only
  /// whole numbers.
  init(
    _ scale: LinearScale, _ format: ValueFormat, in area: DrawingArea, isBlank: Bool = false,
    steps: Int = 5, isWhole: Bool = false
  ) {
    var ticks: [Tick] = []
    for tick in scale.ticks(atMost: steps) {
      let isZero = tick.value == 0
      // Steps finer than any value is written would only repeat "0".
      guard isZero || !isBlank && tick.decimals <= (isWhole ? 0 : 10) else { continue }
      ticks.append(
        Tick(
          place: scale.place(tick.value), text: isBlank ? "0" : format.text(tick), isZero: isZero))
    }
    self.ticks = ticks
    let least = area.layout == .wide ? area.left + 44 : area.left
    left = max(least, area.left + TextMeasure.width(ticks.map(\.text), .tick) + 10)
    right = area.right
    base = scale.low <= 0 ? scale.place(0) : scale.start
  }

  /// The midpoints between neighbouring ticks, where a text meets no grid line.
  var gaps: [Double] {
    zip(ticks, ticks.dropFirst()).map { ($0.place + $1.place) / 2 }
  }

  /// Numbers and grid lines, to be drawn below the marks.
  var grid: [Element] {
    ticks.flatMap { tick -> [Element] in
      let text = Element.text(
        TextElement(
          x: left - 10, y: tick.place + 4.5, style: .tick, anchor: .end, text: tick.text))
      guard !tick.isZero else { return [text] }
      let line = LineElement(
        className: "grid", x1: left, y1: tick.place, x2: right, y2: tick.place,
        stroke: Stroke(Palette.light.rule, width: 1))
      return [.line(line), text]
    }
  }

  /// The heavy line, to be drawn above the marks.
  var baseline: Element {
    .line(
      LineElement(
        className: "axis", x1: left, y1: base, x2: right, y2: base,
        stroke: Stroke(Palette.light.soft, width: 1.5)))
  }
}
