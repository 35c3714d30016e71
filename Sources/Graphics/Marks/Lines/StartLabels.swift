/// The values left of slopes, moved apart where they would overlap.
///
/// A slope without a second value has its name here, because nothing stands at its other end.
struct StartLabels {
  private struct Label {
    let series: Int
    let value: String
    /// The name, right-aligned before the value; empty when it stands at the other end.
    let name: [String]
  }

  private let labels: [Label]
  /// The room they take left of the lines.
  let width: Double

  private static let step = 17.0
  /// What parts them from their points, enough for a line to one that had to move.
  static let gap = 18.0
  private static let nameStyle = TextStyle.legend.named("end")

  /// The labels of slopes; other lines have an axis instead.
  init(_ lines: Lines, in area: DrawingArea) {
    guard lines.kind == .slope else {
      labels = []
      width = 0
      return
    }
    let hasNames = area.layout == .wide
    let labels = lines.series.indices.compactMap { series -> Label? in
      guard let value = lines.value(series, 0) else { return nil }
      let isAlone = hasNames && lines.places.count > 1 && lines.value(series, 1) == nil
      return Label(
        series: series, value: lines.format.text(value),
        name: isAlone
          ? LineBreaking.lines(lines.series[series].name, width: 170, Self.nameStyle) : [])
    }
    self.labels = labels
    width = labels.reduce(0) { widest, label in
      let name = TextMeasure.width(label.name, Self.nameStyle)
      let value = TextMeasure.width(label.value, Self.style(label.series))
      return max(widest, value + (name > 0 ? name + 7 : 0))
    }
  }

  /// The height they take together.
  var height: Double { labels.reduce(0) { $0 + Self.height($1) } }

  private static func height(_ label: Label) -> Double { step * Double(max(label.name.count, 1)) }

  private static func style(_ series: Int) -> TextStyle {
    TextStyle.series("end", 13, .semibold, series)
  }

  /// The labels left of the points at an x; `y` gives the height of a series there.
  func elements(besides point: Double, from top: Double, to bottom: Double, y: (Int) -> Double)
    -> [Element]
  {
    let x = point - Self.gap
    let blocks = labels.map {
      // The value on the first line is what stands at the point.
      LabelStack.Block(wanted: y($0.series) - Self.step / 2, height: Self.height($0))
    }
    let tops = LabelStack.tops(blocks, from: top, to: max(bottom, top + height))
    return labels.indices.flatMap { index in
      let label = labels[index]
      let style = Self.style(label.series)
      let baseline = tops[index] + Self.step / 2 + 4.5
      var elements: [Element] = []
      let (middle, end) = (tops[index] + Self.step / 2, y(label.series))
      if (middle - end).magnitude > 9 {
        elements.append(
          .line(
            LineElement(
              className: "rule", x1: x + 3, y1: middle, x2: point - 6, y2: end,
              stroke: Stroke(Palette.light.rule, width: 1))))
      }
      let value = TextElement(x: x, y: baseline, style: style, anchor: .end, text: label.value)
      var names = TextColumn(
        x: x - TextMeasure.width(label.value, style) - 7, anchor: .end, baseline: baseline)
      names.isEmpty = true
      names.add(label.name, Self.nameStyle, lead: 0, step: Self.step)
      return elements + [.text(value)] + names.elements
    }
  }
}
