/// The values left of slopes, moved apart where they would overlap.
struct StartLabels {
  private let labels: [(series: Int, text: String)]
  /// The room they take left of the lines.
  let width: Double

  private static let step = 17.0

  /// The labels of slopes; other lines have an axis instead.
  init(_ lines: Lines) {
    guard lines.kind == .slope else {
      labels = []
      width = 0
      return
    }
    let labels = lines.series.indices.compactMap { series in
      lines.value(series, 0).map { (series: series, text: lines.format.text($0)) }
    }
    self.labels = labels
    width = labels.reduce(0) { max($0, TextMeasure.width($1.text, Self.style($1.series))) }
  }

  /// The height they take together.
  var height: Double { Self.step * Double(labels.count) }

  private static func style(_ series: Int) -> TextStyle {
    TextStyle.series("end", 13, .semibold, series)
  }

  /// The labels left of an x; `y` gives the height of a series there.
  func elements(x: Double, from top: Double, to bottom: Double, y: (Int) -> Double) -> [Element] {
    let blocks = labels.map {
      LabelStack.Block(wanted: y($0.series) - Self.step / 2, height: Self.step)
    }
    let tops = LabelStack.tops(blocks, from: top, to: max(bottom, top + height))
    return labels.indices.map { index in
      .text(
        TextElement(
          x: x, y: tops[index] + Self.step / 2 + 4.5, style: Self.style(labels[index].series),
          anchor: .end, text: labels[index].text))
    }
  }
}
