/// The names of the series, each with a swatch in its colour and what else tells it apart.
package enum SeriesLegend {
  /// What a swatch shows.
  package enum Swatch: Sendable {
    case bar
    case line
    case area
    case dot
  }

  /// A drawn legend and its lowest baseline.
  struct Result {
    var elements: [Element]
    var baseline: Double

    static func none(_ area: DrawingArea) -> Result { Result(elements: [], baseline: area.top) }
  }

  /// The legend below the header; nothing for fewer than two series.
  ///
  /// - Parameter hasEarlier: whether the first of two bars is the earlier edition.
  static func elements(
    _ series: [String], kind: Swatch = .bar, hasEarlier: Bool = false, in area: DrawingArea
  ) -> Result {
    guard series.count > 1 else { return .none(area) }
    var elements: [Element] = []
    var baseline = area.top + 30
    var x = area.left
    let width = kind == .line ? 26.0 : 18.0
    for (index, name) in series.enumerated() {
      let lines = LineBreaking.lines(
        name.isEmpty ? "\(index + 1)" : name, width: area.width - width - gap, .legend)
      let whole = width + gap + TextMeasure.width(lines, .legend)
      if x > area.left, x + whole > area.right {
        x = area.left
        baseline += 22
      }
      if hasEarlier {
        elements += BarShape.series(
          0, isEarlier: index == 0, isHatched: index == 0, x: x, y: baseline - 11, width: width,
          height: 12)
      } else {
        elements += swatch(index, kind, x: x, y: baseline, width: width)
      }
      var column = TextColumn(x: x + width + gap, baseline: baseline)
      column.isEmpty = true
      column.add(lines, .legend, lead: 0, step: 17)
      elements += column.elements
      baseline = column.baseline
      x += whole + 22
    }
    let group = GroupElement(part: "legenda", className: "legend", elements: elements)
    return Result(elements: [.group(group)], baseline: baseline)
  }

  private static func swatch(_ index: Int, _ kind: Swatch, x: Double, y: Double, width: Double)
    -> [Element]
  {
    let middle = y - 4.5
    switch kind {
    case .bar, .area:
      return BarShape.series(index, x: x, y: y - 11, width: width, height: 12)
    case .dot: return [SeriesStyle.point(index, x: x + width / 2, y: middle, radius: 5)]
    case .line:
      let line = PathElement(
        className: Theme.seriesClass(index),
        steps: [.move(x, middle), .line(x + width, middle)], fill: .none,
        stroke: Stroke(
          Theme.seriesColour(index), width: 2.5, dashes: SeriesStyle.dashes(index), isRound: true))
      return [.path(line), SeriesStyle.point(index, x: x + width / 2, y: middle)]
    }
  }

  private static let gap: Double = 7
}
