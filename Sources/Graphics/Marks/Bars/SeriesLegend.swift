/// The names of the series, each with a swatch in its colour and hatching.
enum SeriesLegend {
  /// The legend below the header and its lowest baseline; nothing for fewer than two series.
  static func elements(_ series: [String], in area: DrawingArea) -> (
    elements: [Element], baseline: Double
  ) {
    guard series.count > 1 else { return ([], area.top) }
    var elements: [Element] = []
    var baseline = area.top + 30
    var x = area.left
    for (index, name) in series.enumerated() {
      let lines = LineBreaking.lines(
        name.isEmpty ? "\(index + 1)" : name, width: area.width - swatch - gap, .legend)
      let width = swatch + gap + TextMeasure.width(lines, .legend)
      if x > area.left, x + width > area.right {
        x = area.left
        baseline += 22
      }
      elements += BarShape.series(
        index, x: x, y: baseline - 11, width: swatch, height: 12)
      var column = TextColumn(x: x + swatch + gap, baseline: baseline)
      column.isEmpty = true
      column.add(lines, .legend, lead: 0, step: 17)
      elements += column.elements
      baseline = column.baseline
      x += width + 22
    }
    let group = GroupElement(part: "legenda", className: "legend", elements: elements)
    return ([.group(group)], baseline)
  }

  private static let swatch: Double = 18
  private static let gap: Double = 7
}
