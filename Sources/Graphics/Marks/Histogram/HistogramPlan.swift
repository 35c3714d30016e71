import Wording

/// The layout of a histogram: bars against each other, bounds of classes below, missing beside.
struct HistogramPlan {
  private let histogram: Histogram
  private let area: DrawingArea
  private let scale: LinearScale
  private let axis: ValueAxis
  private let top: Double
  private let bottom: Double
  /// The width of a class: of few classes no more than can be taken in at a glance.
  private let step: Double

  init(_ histogram: Histogram, in area: DrawingArea) {
    self.histogram = histogram
    self.area = area
    let most = Double(histogram.counts.max() ?? 0)
    top = area.top + 40
    bottom = top + (area.layout == .wide ? 240 : 170)
    let domain = Extent(0, most).rounded
    scale = LinearScale(low: 0, high: max(domain.high, 1), start: bottom, end: top)
    let counts = ValueFormat(style: histogram.format.number.style, decimals: 0)
    // Counts are whole: finer ticks would repeat them.
    var axis = ValueAxis(scale, counts, in: area, isBlank: most == 0, isWhole: true)
    let beside: Double = histogram.missing.isEmpty ? 0 : area.layout == .wide ? 110 : 74
    // The last bound reaches half its width beyond the last class.
    let last = histogram.format.text(histogram.classes.edge(histogram.classes.count))
    let right = area.right - max(beside, TextMeasure.width(last, .tick) / 2)
    step = min((right - axis.left) / Double(histogram.counts.count), 140)
    axis.right = axis.left + step * Double(histogram.counts.count)
    self.axis = axis
  }

  func drawing() -> Drawing {
    var elements = axis.grid
    for index in histogram.counts.indices where histogram.counts[index] > 0 {
      elements += bar(index)
    }
    elements += missing
    elements.append(axis.baseline)
    let bounds = bounds
    elements += bounds.elements
    var notes = TextColumn(x: area.left, baseline: bounds.baseline)
    let phrases = area.language.phrases
    var remarks = [histogram.rule(phrases) + "."]
    if !histogram.missing.isEmpty {
      remarks.append(
        "\(phrases.withoutValue): \(histogram.missingWords.joined(separator: ", ")).")
    }
    for (index, text) in remarks.enumerated() {
      notes.add(
        LineBreaking.lines(text, width: area.width, .note), .note,
        lead: index == 0 ? 26 : 18, step: 17)
    }
    return Drawing(elements: elements + notes.elements, bottom: notes.baseline + 18)
  }

  /// Whether there is room for a number above every class.
  private var hasNumbers: Bool {
    TextMeasure.width(histogram.counts.map(String.init), .smallValue) + 6 <= step
  }

  private func bar(_ index: Int) -> [Element] {
    let count = histogram.counts[index]
    let x = axis.left + step * Double(index)
    let y = scale.place(Double(count))
    let gap = step > 6 ? 1.0 : 0
    var elements = BarShape.series(
      0, part: "staaf-\(index + 1)", x: x + gap / 2, y: y, width: step - gap, height: bottom - y)
    let text = String(count)
    if hasNumbers {
      elements += BarShape.plated(
        TextElement(x: x + step / 2, y: y - 7, style: .smallValue, anchor: .middle, text: text))
    }
    return elements
  }

  /// A hatched place beside the classes, with how many have no value.
  private var missing: [Element] {
    guard !histogram.missing.isEmpty else { return [] }
    let width: Double = area.layout == .wide ? 78 : 54
    let x = axis.right + (area.layout == .wide ? 32 : 20)
    let height = 48.0
    let total = histogram.missing.reduce(0) { $0 + $1.count }
    let text = TextElement(
      x: x + width / 2, y: bottom - height - 9, style: .missing, anchor: .middle,
      text: String(total))
    return BarShape.missing(x: x, y: bottom - height, width: width, height: height)
      + BarShape.plated(text) + missingName(x + width / 2)
  }

  /// Below the place of what has no value, where it keeps apart from the last bound.
  private func missingName(_ centre: Double) -> [Element] {
    let last = histogram.format.text(histogram.classes.edge(histogram.classes.count))
    let name = TextElement(
      x: centre, y: bottom + 22, style: .tick, anchor: .middle,
      text: area.language.phrases.noValue)
    let box = Box(name)
    let isClear =
      box.left > axis.right + TextMeasure.width(last, .tick) / 2 + 6 && box.right <= area.right
    return isClear ? [.text(name)] : []
  }

  /// The bounds of classes below the axis, thinned until they keep apart.
  private var bounds: (elements: [Element], baseline: Double) {
    let classes = histogram.classes
    let texts = (0...classes.count).map { histogram.format.text(classes.edge($0)) }
    let widest = TextMeasure.width(texts, .tick)
    let every = max(Int(((widest + 12) / step).rounded(.up)), 1)
    var elements: [Element] = []
    for index in stride(from: 0, through: classes.count, by: every) {
      let x = axis.left + step * Double(index)
      let half = TextMeasure.width(texts[index], .tick) / 2
      guard x + half <= area.right, x - half >= 0 else { continue }
      elements.append(
        .line(
          LineElement(
            className: "axis", x1: x, y1: bottom, x2: x, y2: bottom + 5,
            stroke: Stroke(Palette.light.soft, width: 1))))
      elements.append(
        .text(
          TextElement(
            x: max(x, area.left + half), y: bottom + 22, style: .tick, anchor: .middle,
            text: texts[index])))
    }
    return (elements, bottom + 22)
  }
}
