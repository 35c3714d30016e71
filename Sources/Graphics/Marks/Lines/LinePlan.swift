import Wording

/// Where everything of a line figure goes: scale, axis, places, the room for labels.
struct LinePlan {
  let lines: Lines
  let area: DrawingArea
  let top: Double
  let bottom: Double
  let scale: LinearScale
  let axis: ValueAxis
  /// The x of every place.
  let xs: [Double]
  let labels: EndLabels
  let starts: StartLabels
  let names: PlaceLabels
  /// Whether the axis leaves zero out, which is drawn and said.
  let isCut: Bool
  /// Whether nothing is known: then there is no scale either.
  let isBlank: Bool

  init(_ lines: Lines, in area: DrawingArea) {
    self.lines = lines
    self.area = area
    labels = EndLabels(lines, in: area)
    starts = StartLabels(lines, in: area)
    let isSlope = lines.kind == .slope
    let known = lines.panel?.domain ?? lines.extent
    isBlank = known == nil
    let extent = known ?? Extent(0, 0)
    let fits: Bool
    switch lines.baseline {
    case .automatic: fits = !extent.asksForZero
    case .zero: fits = false
    case .fitted: fits = true
    }
    // Slopes have no axis: their values stand beside them.
    let domain = isSlope ? extent : (fits ? extent : extent.withZero).rounded
    isCut = !isSlope && fits && (domain.low > 0 || domain.high < 0)
    let isPanel = lines.panel != nil
    let least: Double = isBlank ? 110 : isPanel ? 104 : area.layout == .wide ? 267 : 196
    top = area.top + (isPanel ? 24 : area.layout == .wide ? 40 : 34)
    bottom = top + max(least, labels.height, starts.height)
    scale = LinearScale(
      low: domain.low, high: domain.high, start: bottom, end: top, includesZero: !isCut && !isSlope)
    var axis = ValueAxis(
      scale, lines.format, in: area, isBlank: isBlank, steps: isPanel ? 2 : 5)
    let hasChanges = area.layout == .wide && !isPanel && lines.hasChanges
    if isSlope { axis.left = area.left + starts.width + StartLabels.gap + 2 }
    let gap: Double = labels.width > 0 ? (hasChanges ? 30 : 14) : 0
    let right = max(area.right - (labels.width > 0 ? labels.width + gap : 0), axis.left)
    axis.right = right
    self.axis = axis
    // The first and last name reach half their width beyond their places.
    let count = lines.places.count
    let limit = min(area.width / 2, 170)
    let draft = PlaceLabels(
      lines.places, step: (right - axis.left - 24) / Double(max(count - 1, 1)), limit: limit)
    func half(_ index: Int) -> Double {
      let text = draft.shown.first { $0.index == index }?.lines ?? []
      return TextMeasure.width(text, .tick) / 2
    }
    let inset: Double = lines.kind != .line ? 0 : isPanel ? 6 : area.layout == .wide ? 24 : 14
    let first = axis.left + max(inset, half(0) - (axis.left - area.left))
    let spare = labels.width > 0 && !isPanel ? 0 : inset
    let last = right - max(labels.width > 0 ? 0 : spare, half(count - 1) - (area.right - right))
    xs = Self.places(lines.places, from: min(first, right), to: max(last, min(first, right)))
    names = PlaceLabels(
      lines.places, step: Self.leastStep(xs), limit: limit)
  }

  /// The x of places, in proportion to their positions; a single one stands in the middle.
  private static func places(_ places: [Lines.Place], from first: Double, to last: Double)
    -> [Double]
  {
    guard let low = places.first?.position, let high = places.last?.position, high > low else {
      return places.map { _ in (first + last) / 2 }
    }
    return places.map { first + (last - first) * (($0.position - low) / (high - low)) }
  }

  private static func leastStep(_ xs: [Double]) -> Double {
    let steps = zip(xs, xs.dropFirst()).map { $1 - $0 }
    return steps.min() ?? 400
  }

  /// The usual distance between places.
  var step: Double { Self.leastStep(xs) }

  /// Where a value stands.
  func y(_ value: Double) -> Double { scale.place(value) }

  /// Where a point of a series stands; nil when it is not known.
  func point(_ series: Int, _ place: Int) -> (x: Double, y: Double)? {
    lines.height(series, place).map { (xs[place], y($0)) }
  }

  /// Every piece of the lines, for texts that keep out of their way.
  var pieces: [(from: (x: Double, y: Double), to: (x: Double, y: Double))] {
    var pieces: [(from: (x: Double, y: Double), to: (x: Double, y: Double))] = []
    for series in lines.series.indices {
      for run in lines.runs(series) {
        let points = run.compactMap { point(series, $0) }
        if points.count == 1 { pieces.append((points[0], points[0])) }
        pieces += zip(points, points.dropFirst()).map { (from: $0, to: $1) }
      }
    }
    return pieces
  }
}

extension Lines {
  /// Whether any point has a change written at it.
  var hasChanges: Bool {
    series.contains { $0.points.contains { !$0.change.isEmpty && $0.datum.value != nil } }
  }
}
