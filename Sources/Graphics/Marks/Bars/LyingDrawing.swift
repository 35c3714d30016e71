/// Draws the plan of lying bars.
extension LyingBars {
  /// The elements: for every category its texts and bars, and the line at zero.
  func drawing() -> Drawing {
    var elements: [Element] = []
    // The lower edge of the category before.
    var bottom = area.top
    var first: Double?
    for index in bars.categories.indices {
      let row: (elements: [Element], bottom: Double)
      if isBeside {
        let top = bottom + (index > 0 ? rowGap : bars.panel == nil ? 30 : 16)
        first = first ?? top
        row = besides(index, top: top)
      } else {
        row = stacked(index, below: bottom, lead: index == 0 ? 34 : isDense ? 26 : 32)
      }
      elements += row.elements
      bottom = row.bottom
    }
    if let first { elements.append(zeroLine(from: first - 6, to: bottom + 6)) }
    return Drawing(elements: elements, bottom: bottom + (first == nil ? 24 : 30))
  }

  /// The space between two categories that stand left of their bars.
  private var rowGap: Double {
    switch (isDense, bars.barsPerCategory > 1) {
    case (true, false): 9
    case (false, false) where bars.panel != nil: 9
    case (true, true), (false, false): 14
    case (false, true): 20
    }
  }

  /// A category above its bars.
  private func stacked(_ index: Int, below: Double, lead: Double) -> (
    elements: [Element], bottom: Double
  ) {
    let category = bars.categories[index]
    let label = LineBreaking.lines(category.label, width: labelWidth, categoryStyle)
    let detail = bars.detailWithChange(category)
    var column = TextColumn(x: area.left, baseline: below)
    column.add(label, categoryStyle, lead: lead, step: 18)
    var elements: [Element] = []
    let used = TextMeasure.width(label, categoryStyle) + 8
    if label.count == 1, used + TextMeasure.width(detail, .detail) <= labelWidth {
      if !detail.isEmpty {
        elements.append(
          .text(
            TextElement(
              x: area.left + used, y: column.baseline, style: .detail, anchor: .start,
              text: detail)))
      }
    } else {
      let lines = LineBreaking.lines(detail, width: labelWidth, .detail)
      column.add(lines, .detail, lead: label.isEmpty ? lead : 17, step: 16)
    }
    let hasText = !column.elements.isEmpty
    let top = hasText ? column.baseline + 8 : below + lead - 12
    let rows = group(index, top: top)
    return (column.elements + elements + rows.elements, rows.bottom)
  }

  /// A category left of its bars, both centred on the row.
  private func besides(_ index: Int, top: Double) -> (elements: [Element], bottom: Double) {
    let category = bars.categories[index]
    let width = labelWidth + 0.01
    let label = LineBreaking.lines(category.label, width: width, categoryStyle)
    let detail = LineBreaking.lines(bars.detailWithChange(category), width: width, .detail)
    let textHeight = 18 * Double(label.count) + 16 * Double(detail.count)
    let rows = group(index, top: top)
    let height = max(textHeight, rows.bottom - top)
    let textTop = top + (height - textHeight) / 2
    var column = TextColumn(x: area.left, baseline: textTop)
    column.add(label, categoryStyle, lead: 13.5, step: 18)
    column.add(detail, .detail, lead: label.isEmpty ? 12 : 16.5, step: 16)
    let bars = group(index, top: top + (height - (rows.bottom - top)) / 2)
    return (column.elements + bars.elements, top + height)
  }

  /// The bars of a category below each other.
  private func group(_ index: Int, top: Double) -> (elements: [Element], bottom: Double) {
    var elements: [Element] = []
    var y = top
    for series in 0..<bars.barsPerCategory {
      let row = bar(index, series, top: y)
      elements += row.elements
      y = row.bottom + (isDense ? 2 : 3)
    }
    return (elements, y - (isDense ? 2 : 3))
  }

  private func bar(_ index: Int, _ series: Int, top: Double) -> (
    elements: [Element], bottom: Double
  ) {
    let category = bars.categories[index]
    let isGrouped = bars.barsPerCategory > 1
    let part = isGrouped ? "staaf-\(index + 1)-\(series + 1)" : "staaf-\(index + 1)"
    let datum = bars.datum(category, series)
    guard let value = datum.value else {
      return missing(datum.reason(area.language.phrases), part: part, top: top)
    }
    let zero = scale.place(0)
    let end = scale.place(value)
    let look = bars.look(series)
    var elements = BarShape.series(
      look.index, part: part, isEarlier: look.isEarlier || category.isEarlier && !isGrouped,
      isHatched: look.isEarlier, x: min(zero, end), y: top,
      width: max(zero, end) - min(zero, end), height: barHeight)
    // Without a line through all rows, a bar of no length and one to the left need their zero.
    if !isBeside, value == 0 || bars.scaleExtent.low < 0 {
      elements.append(zeroLine(from: top - 3, to: top + barHeight + 3))
    }
    let isLeft = bars.isShownNegative(value) && !hasNumbersRight
    elements.append(
      .text(
        TextElement(
          x: isLeft ? end - 8 : max(zero, end) + 8, y: baseline(top, valueStyle),
          style: valueStyle, anchor: isLeft ? .end : .start, text: bars.text(value))))
    return (elements, top + barHeight)
  }

  /// A place without a value, of one length, with its reason beside it.
  private func missing(_ reason: String, part: String, top: Double) -> (
    elements: [Element], bottom: Double
  ) {
    let length = 60.0
    let zero = scale.place(0)
    let needed = min(TextMeasure.width(reason, .missing), 120)
    let x = area.right - zero - length - 8 >= needed ? zero : plotLeft
    let lines = LineBreaking.lines(reason, width: area.right - x - length - 8, .missing)
    var column = TextColumn(x: x + length + 8, baseline: baseline(top, .missing))
    column.isEmpty = true
    column.add(lines, .missing, lead: 0, step: 16)
    let shape = BarShape.missing(part: part, x: x, y: top, width: length, height: barHeight)
    let bottom = max(top + barHeight, column.baseline + 4)
    return (shape + column.elements, bottom)
  }

  /// The baseline of a text centred on a bar.
  private func baseline(_ top: Double, _ style: TextStyle) -> Double {
    top + (barHeight / 2 + style.size * 0.375).rounded(.up)
  }

  private func zeroLine(from top: Double, to bottom: Double) -> Element {
    let zero = scale.place(0)
    return .line(
      LineElement(
        className: "axis", x1: zero, y1: top, x2: zero, y2: bottom,
        stroke: Stroke(Palette.light.soft, width: 1.5)))
  }
}
