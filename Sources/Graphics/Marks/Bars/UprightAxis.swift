import Wording

/// The numbers left of upright bars, and the grid lines from them.
struct UprightAxis {
  /// Where the plot begins: right of the widest number.
  let left: Double
  private let right: Double
  private let ticks: [(place: Double, text: String, isZero: Bool)]
  private let zero: Double

  /// The axis of a scale; without a value it has only its zero.
  init(_ bars: Bars, _ scale: LinearScale, in area: DrawingArea) {
    let extent = bars.extent
    let isBlank = extent.low == 0 && extent.high == 0
    var ticks: [(place: Double, text: String, isZero: Bool)] = []
    for tick in scale.ticks(atMost: 4) {
      let isZero = tick.value == 0
      // Steps finer than any value is written would only repeat "0".
      guard isZero || !isBlank && tick.decimals <= 10 else { continue }
      ticks.append(
        (scale.place(tick.value), isBlank ? "0" : bars.text(tick), isZero))
    }
    self.ticks = ticks
    left = max(64, area.left + TextMeasure.width(ticks.map(\.text), .tick) + 10)
    right = area.right
    zero = scale.place(0)
  }

  /// The midpoints between neighbouring ticks, where a text meets no grid line.
  var gaps: [Double] {
    zip(ticks, ticks.dropFirst()).map { ($0.place + $1.place) / 2 }
  }

  /// Numbers and grid lines, to be drawn below the bars.
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

  /// The line at zero, to be drawn above the bars.
  var baseline: Element {
    .line(
      LineElement(
        className: "axis", x1: left, y1: zero, x2: right, y2: zero,
        stroke: Stroke(Palette.light.soft, width: 1.5)))
  }
}
