import Wording

/// The layout of dots: names left of the rows when the paper is wide, else above them.
struct DotPlan {
  private let dots: Dots
  private let area: DrawingArea
  private let scale: LinearScale
  private let isCut: Bool
  private let isDense: Bool
  private let labelWidth: Double
  private let plotLeft: Double
  private let plotRight: Double

  /// A plan; it always fits.
  init(_ dots: Dots, in area: DrawingArea) {
    self.dots = dots
    self.area = area
    isDense = dots.categories.count > 12
    switch area.layout {
    case .narrow:
      labelWidth = area.width
      plotLeft = area.left + 8
    case .wide:
      var widest = 0.0
      for category in dots.categories {
        let label = LineBreaking.lines(category.label, width: 250, .category.sized(13))
        let detail = LineBreaking.lines(category.detail, width: 250, .detail)
        widest = max(
          widest, TextMeasure.width(label, .category.sized(13)),
          TextMeasure.width(detail, .detail))
      }
      labelWidth = widest
      plotLeft = area.left + (widest > 0 ? widest + 22 : 8)
    }
    let known = dots.panel?.domain ?? dots.extent ?? Extent(0, 0)
    let texts = [known.low, known.high].map(dots.format.text)
    let room = TextMeasure.width(texts, .smallValue) + 14
    plotRight = max(area.right - room, plotLeft + area.width / 4)
    let fits: Bool
    switch dots.baseline {
    case .automatic: fits = !known.asksForZero
    case .zero: fits = false
    case .fitted: fits = true
    }
    let domain = (fits ? known : known.withZero).rounded
    isCut = fits && (domain.low > 0 || domain.high < 0)
    let whole = LinearScale(
      low: domain.low, high: domain.high, start: plotLeft, end: plotRight, includesZero: !isCut)
    // The number left of the lowest dot needs its room too.
    let isTight = dots.dotsPerCategory == 2 && whole.place(known.low) - room < plotLeft
    scale =
      isTight && plotRight - plotLeft > 3 * room
      ? LinearScale(
        low: domain.low, high: domain.high, start: plotLeft + room - 4, end: plotRight,
        includesZero: !isCut) : whole
  }

  /// The rows, the axis below them and what is to be said.
  func drawing() -> Drawing {
    var rows: [Element] = []
    var unnamed: [String] = []
    let first = area.top + (area.layout == .wide ? 22 : 14)
    var top = first
    for category in dots.categories {
      let row = row(category, top: top, &unnamed)
      rows += row.elements
      top = row.bottom
    }
    // Without a value there is no scale.
    let isBlank = dots.extent == nil && dots.panel == nil
    let axis = isBlank ? [] : axis(from: first, to: top + 4)
    let phrases = area.language.phrases
    var remarks = MissingNames.sentence(unnamed, phrases).map { [$0 + "."] } ?? []
    if isCut { remarks.append(phrases.cutAxis) }
    var notes = TextColumn(x: area.left, baseline: top + (isBlank ? 2 : 26))
    if dots.panel == nil {
      for (index, text) in remarks.enumerated() {
        notes.add(
          LineBreaking.lines(text, width: area.width, .note), .note,
          lead: index == 0 ? 26 : 18, step: 17)
      }
    }
    return Drawing(
      elements: axis + rows + notes.elements,
      bottom: notes.baseline + (dots.panel == nil ? 18 : 8))
  }

  private func row(_ category: Bars.Category, top: Double, _ unnamed: inout [String]) -> (
    elements: [Element], bottom: Double
  ) {
    let style = TextStyle.category.sized(13)
    let label = LineBreaking.lines(category.label, width: labelWidth + 0.01, style)
    let detail = LineBreaking.lines(category.detail, width: labelWidth + 0.01, .detail)
    let textHeight = 17 * Double(label.count) + 16 * Double(detail.count)
    let rowHeight: Double = isDense ? 20 : 26
    let y: Double
    var column: TextColumn
    let bottom: Double
    switch area.layout {
    case .wide:
      let height = max(textHeight + 6, rowHeight)
      y = top + height / 2
      column = TextColumn(x: area.left, baseline: y - textHeight / 2)
      column.add(label, style, lead: 13, step: 17)
      column.add(detail, .detail, lead: label.isEmpty ? 12 : 16, step: 16)
      bottom = top + height
    case .narrow:
      column = TextColumn(x: area.left, baseline: top)
      column.add(label, style, lead: 18, step: 17)
      column.add(detail, .detail, lead: label.isEmpty ? 18 : 16, step: 16)
      y = column.baseline + 15
      bottom = y + 11
    }
    var elements = column.elements
    if area.layout == .narrow, !elements.isEmpty {
      // Above its row a name stands where the lines of the axis run.
      let width = max(TextMeasure.width(label, style), TextMeasure.width(detail, .detail))
      elements.insert(
        .rect(
          RectElement(
            className: "paper", x: area.left - 2, y: top + 4, width: width + 6,
            height: column.baseline - top, fill: .colour(Palette.light.paper))), at: 0)
    }
    elements.append(
      .line(
        LineElement(
          className: "grid", x1: plotLeft, y1: y, x2: plotRight, y2: y,
          stroke: Stroke(Palette.light.rule, width: 1))))
    elements += marks(category, y: y, &unnamed)
    return (elements, bottom)
  }

  private func marks(_ category: Bars.Category, y: Double, _ unnamed: inout [String]) -> [Element] {
    let phrases = area.language.phrases
    var known: [(series: Int, value: Double)] = []
    for index in 0..<dots.dotsPerCategory {
      if let value = dots.datum(category, index).value {
        known.append((index, value))
      } else if dots.dotsPerCategory > 1 {
        let reason = dots.datum(category, index).reason(phrases)
        unnamed.append("\(category.label), \(dots.series[index]) (\(reason))")
      }
    }
    guard let low = known.map(\.value).min(), let high = known.map(\.value).max() else {
      return missing(category, y: y)
    }
    var elements: [Element] = []
    if known.count > 1 {
      elements.append(
        .line(
          LineElement(
            className: "axis", x1: scale.place(low), y1: y, x2: scale.place(high), y2: y,
            stroke: Stroke(Palette.light.soft, width: 1.5))))
    }
    let radius = isDense ? 4.5 : 5.5
    let isOne = known.count == 2 && scale.place(high) - scale.place(low) < radius
    for (index, dot) in known.enumerated() {
      // Of two dots at one place the first shows around the second.
      elements.append(
        SeriesStyle.point(
          dot.series, x: scale.place(dot.value), y: y,
          radius: isOne ? (index == 0 ? radius + 1.5 : radius - 1.5) : radius))
    }
    // With more than two dots the numbers between them would not be told apart.
    guard dots.dotsPerCategory <= 2 else { return elements }
    elements += number(high, x: scale.place(high) + 10, y: y, .start)
    if known.count == 2 {
      let x = scale.place(low) - 10
      if x - TextMeasure.width(dots.format.text(low), .smallValue) > plotLeft {
        elements += number(low, x: x, y: y, .end)
      }
    }
    return elements
  }

  private func number(_ value: Double, x: Double, y: Double, _ anchor: TextElement.Anchor)
    -> [Element]
  {
    BarShape.plated(
      TextElement(
        x: x, y: y + 4.5, style: .smallValue, anchor: anchor, text: dots.format.text(value)))
  }

  /// A row without a value: a hatched place with the reason behind it.
  private func missing(_ category: Bars.Category, y: Double) -> [Element] {
    var reasons: [String] = []
    for index in 0..<dots.dotsPerCategory {
      let reason = dots.datum(category, index).reason(area.language.phrases)
      if !reasons.contains(reason) { reasons.append(reason) }
    }
    let length = 44.0
    let shape = BarShape.missing(x: plotLeft, y: y - 7, width: length, height: 14)
    let room = area.right - plotLeft - length - 8
    let words = LineBreaking.lines(reasons.joined(separator: ", "), width: room, .missing)
    guard let line = words.first else { return shape }
    let shown = words.count > 1 ? area.language.phrases.noValue : line
    return shape
      + BarShape.plated(
        TextElement(
          x: plotLeft + length + 8, y: y + 4.5, style: .missing, anchor: .start, text: shown))
  }

  /// Vertical grid lines with their numbers below.
  private func axis(from top: Double, to bottom: Double) -> [Element] {
    var elements: [Element] = []
    var limit = -Double.infinity
    for tick in scale.ticks(atMost: area.width < 400 ? 3 : 5) {
      let x = scale.place(tick.value)
      let isZero = tick.value == 0
      elements.append(
        .line(
          LineElement(
            className: isZero ? "axis" : "grid", x1: x, y1: top, x2: x, y2: bottom,
            stroke: isZero
              ? Stroke(Palette.light.soft, width: 1.5) : Stroke(Palette.light.rule, width: 1))))
      let text = dots.format.text(tick)
      let half = TextMeasure.width(text, .tick) / 2
      let place = max(min(x, area.right - half), area.left + half)
      guard place - half > limit, !text.isEmpty else { continue }
      limit = place + half + 8
      elements.append(
        .text(TextElement(x: place, y: bottom + 17, style: .tick, anchor: .middle, text: text)))
    }
    return elements
  }
}
