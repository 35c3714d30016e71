/// The value and name of each series right of its last point, moved apart where they would overlap.
struct EndLabels {
  /// One label: what it says of which point.
  private struct Label {
    let series: Int
    let place: Int
    let value: String
    let name: [String]
  }

  private let labels: [Label]
  private let valueStyle: @Sendable (Int) -> TextStyle
  private let nameStyle: TextStyle
  /// Whether value and name stand on one line, for want of height.
  private let isDense: Bool
  /// The room they take right of the lines; zero for none.
  let width: Double
  /// Whether there are none, so that a legend has to name the series.
  var isEmpty: Bool { labels.isEmpty }
  /// The height they take together.
  let height: Double

  /// Whether the names of series stand at their ends, so that they need no legend.
  let hasNames: Bool

  /// The labels of lines in a layout: with names when they are wide, with values alone in panels and
  /// on phones, unless there are more lines there than colours tell apart.
  init(_ lines: Lines, in area: DrawingArea) {
    let areMany = lines.series.count > Palette.light.series.count
    if area.layout == .narrow, areMany, lines.kind == .line, lines.panel == nil {
      let named = EndLabels(lines, in: area, hasNames: true, share: 0.45)
      self = named.isEmpty ? EndLabels(lines, in: area, hasNames: false) : named
      return
    }
    self.init(lines, in: area, hasNames: area.layout == .wide && lines.panel == nil)
  }

  /// - Parameter share: how much of the area they may take at most.
  private init(_ lines: Lines, in area: DrawingArea, hasNames: Bool, share: Double = 0.4) {
    self.hasNames = hasNames
    let isDense = hasNames && (lines.series.count > 6 || area.layout == .narrow)
    self.isDense = isDense
    let size: Double = hasNames && !isDense ? 16 : 13
    let valueStyle: @Sendable (Int) -> TextStyle = {
      TextStyle.series("end", size, hasNames ? .bold : .semibold, $0)
    }
    self.valueStyle = valueStyle
    nameStyle = isDense ? .legend.named("end") : .endName
    let limit = isDense ? 170.0 : 150
    var labels: [Label] = []
    var width = 0.0
    for series in lines.series.indices {
      guard let place = lines.runs(series).last?.upperBound, let value = lines.value(series, place)
      else { continue }
      // A slope that does not come so far has its name at its beginning.
      if lines.kind == .slope, place < lines.places.count - 1 { continue }
      var name = lines.series[series].name
      if place < lines.places.count - 1 {
        name += (name.isEmpty ? "" : " ") + "(\(lines.places[place].label))"
      }
      let text = lines.format.text(value)
      let names = hasNames ? LineBreaking.lines(name, width: limit, nameStyle) : []
      labels.append(Label(series: series, place: place, value: text, name: names))
      let valueWidth = TextMeasure.width(text, valueStyle(series))
      let nameWidth = TextMeasure.width(names, nameStyle)
      width = max(width, isDense ? valueWidth + 7 + nameWidth : max(valueWidth, nameWidth))
    }
    // Panels have their last value above the line, and labels that take half of the figure leave
    // no room for the lines.
    let isClear = lines.panel == nil && width <= area.width * share
    self.labels = isClear ? labels : []
    self.width = isClear ? width : 0
    height = self.labels.reduce(0) { $0 + Self.height($1.name.count, size, isDense) }
  }

  private static func height(_ names: Int, _ size: Double, _ isDense: Bool) -> Double {
    if isDense { return 17 * Double(max(names, 1)) + 1 }
    return size + 3 + 16 * Double(names) + (names > 0 ? gap : 0)
  }

  /// What parts a name from the value below it, half of it above each label.
  private static let gap = 6.0

  /// The labels beside lines; `x` is where they start, `place` gives the end of a series.
  func elements(
    x: Double, from top: Double, to bottom: Double,
    end: (_ series: Int, _ place: Int) -> (x: Double, y: Double)
  ) -> [Element] {
    let heights = labels.map { label in
      Self.height(label.name.count, valueStyle(0).size, isDense)
    }
    let ends = labels.map { end($0.series, $0.place) }
    let blocks = labels.indices.map { index in
      LabelStack.Block(wanted: ends[index].y - heights[index] / 2, height: heights[index])
    }
    let tops = LabelStack.tops(blocks, from: top, to: max(bottom, top + height))
    var elements: [Element] = []
    for (index, label) in labels.enumerated() {
      let style = valueStyle(label.series)
      let middle = tops[index] + heights[index] / 2
      // A label that had to move, or whose line ends earlier, is joined to its point.
      if (middle - ends[index].y).magnitude > 9 || x - ends[index].x > 40 {
        let isFar = x - ends[index].x > 40
        elements.append(
          .line(
            LineElement(
              className: isFar ? "delta" : "rule", x1: ends[index].x + 7, y1: ends[index].y,
              x2: x - 4, y2: middle,
              stroke: isFar
                ? Stroke(Palette.light.soft, width: 1, dashes: [1, 4])
                : Stroke(Palette.light.rule, width: 1))))
      }
      let lead = isDense || label.name.isEmpty ? 0 : Self.gap / 2
      var baseline = tops[index] + lead + style.size * 0.85 + 1
      elements.append(
        .text(TextElement(x: x, y: baseline, style: style, anchor: .start, text: label.value)))
      let nameX = isDense ? x + TextMeasure.width(label.value, style) + 7 : x
      for (line, text) in label.name.enumerated() {
        if !isDense { baseline += line == 0 ? 17 : 16 }
        elements.append(
          .text(
            TextElement(x: nameX, y: baseline, style: nameStyle, anchor: .start, text: text)))
        if isDense { baseline += 17 }
      }
    }
    return elements
  }
}
