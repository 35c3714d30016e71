/// Stacks that lie: names left of them on wide paper, above them on narrow.
extension StackedBars {
  /// The elements of lying stacks.
  func lying() -> Drawing {
    let height = 24.0
    var labelWidth = area.width
    var left = area.left
    if area.layout == .wide {
      labelWidth = bars.categories.reduce(0) { widest, category in
        let label = LineBreaking.lines(category.label, width: 250, .category)
        let detail = LineBreaking.lines(category.detail, width: 250, .detail)
        return max(
          widest, TextMeasure.width(label, .category), TextMeasure.width(detail, .detail))
      }
      left = area.left + (labelWidth > 0 ? labelWidth + 16 : 0)
    }
    let domain = bars.panel?.domain.withZero ?? extent
    let scale = LinearScale(
      low: domain.low, high: domain.high, start: left, end: area.right - room)
    var elements: [Element] = []
    var top = area.top + (area.layout == .wide ? 26 : 12)
    let first = top
    for (index, stack) in stacks.enumerated() {
      let category = bars.categories[index]
      let label = LineBreaking.lines(category.label, width: labelWidth + 0.01, .category)
      let detail = LineBreaking.lines(category.detail, width: labelWidth + 0.01, .detail)
      let textHeight = 18 * Double(label.count) + 16 * Double(detail.count)
      let y: Double
      let bottom: Double
      var column: TextColumn
      if area.layout == .wide {
        let rowHeight = max(textHeight, height)
        y = top + (rowHeight - height) / 2
        column = TextColumn(x: area.left, baseline: top + (rowHeight - textHeight) / 2)
        column.add(label, .category, lead: 13.5, step: 18)
        column.add(detail, .detail, lead: label.isEmpty ? 12 : 16.5, step: 16)
        bottom = top + rowHeight
      } else {
        column = TextColumn(x: area.left, baseline: top)
        column.add(label, .category, lead: 18, step: 18)
        column.add(detail, .detail, lead: label.isEmpty ? 18 : 16, step: 16)
        y = column.baseline + 8
        bottom = y + height
      }
      elements += column.elements
      for part in stack.parts {
        let (from, to) = (scale.place(part.from), scale.place(part.to))
        elements += self.part(
          part, category: index, x: min(from, to), y: y, width: (to - from).magnitude,
          height: height)
      }
      if area.layout == .narrow, domain.low < 0 {
        elements.append(zeroLine(scale, from: y - 3, to: y + height + 3))
      }
      let end = behind(stack, x: scale.place(stack.extent.high), y: y, height: height)
      elements += end.elements
      top = max(bottom, end.bottom) + 14
    }
    if area.layout == .wide {
      elements.append(zeroLine(scale, from: first - 6, to: top - 8))
    }
    return Drawing(elements: elements, bottom: top + 12)
  }

  private func zeroLine(_ scale: LinearScale, from top: Double, to bottom: Double) -> Element {
    .line(
      LineElement(
        className: "axis", x1: scale.place(0), y1: top, x2: scale.place(0), y2: bottom,
        stroke: Stroke(Palette.light.soft, width: 1.5)))
  }

  private static let place = 44.0

  /// The room right of the longest stack, for its total or for what is missing.
  private var room: Double {
    let totals = stacks.compactMap(\.total).map(bars.format.text)
    // Behind a stack without parts there is room enough.
    let missing = stacks.filter { !$0.parts.isEmpty }.flatMap(\.missing)
    let words = min(TextMeasure.width(missing, .missing), area.width * 0.3)
    return max(
      totals.isEmpty ? 0 : TextMeasure.width(totals, .smallValue) + 12,
      missing.isEmpty ? 0 : Self.place + 14 + words)
  }

  private func behind(_ stack: Stack, x: Double, y: Double, height: Double) -> (
    elements: [Element], bottom: Double
  ) {
    if stack.missing.isEmpty {
      guard let total = stack.total else { return ([], y) }
      let text = TextElement(
        x: x + 8, y: y + height / 2 + 4.8, style: .smallValue, anchor: .start,
        text: bars.format.text(total))
      return ([.text(text)], y)
    }
    let left = x + 2
    var column = TextColumn(x: left + Self.place + 8, baseline: y + height / 2 + 4.5)
    column.isEmpty = true
    for words in stack.missing {
      column.add(
        LineBreaking.lines(words, width: area.right - column.x, .missing), .missing, lead: 16,
        step: 16)
    }
    return (
      BarShape.missing(x: left, y: y, width: Self.place, height: height) + column.elements,
      column.baseline + 4
    )
  }
}
