/// Draws the plan of upright bars.
extension UprightBars {
  /// The elements: grid, bars with their numbers, categories, changes, the line at zero.
  func drawing() -> Drawing {
    let floor = lowestText
    var elements = axis.grid
    var lowest = floor
    for index in bars.categories.indices {
      for series in 0..<bars.barsPerCategory { elements += bar(index, series) }
      var column = TextColumn(x: bands.centre(index), anchor: .middle, baseline: floor)
      column.add(labels[index], .category, lead: 22, step: 18)
      column.add(details[index], .detail, lead: labels[index].isEmpty ? 22 : 19, step: 16)
      elements += column.elements
      lowest = max(lowest, column.baseline)
    }
    if hasArrows {
      for index in bars.categories.indices.dropFirst() { elements += arrow(before: index) }
    }
    elements.append(axis.baseline)
    return Drawing(elements: elements, bottom: lowest + 23)
  }

  /// The lower edge of the plot and of the numbers below negative bars.
  private var lowestText: Double {
    var lowest = scale.start
    for category in bars.categories {
      for series in 0..<bars.barsPerCategory {
        guard let value = bars.datum(category, series).value, value < 0 else { continue }
        lowest = max(lowest, negativeBaseline(value) + 6)
      }
    }
    return lowest
  }

  /// The baseline of the number below a negative bar.
  private func negativeBaseline(_ value: Double) -> Double {
    scale.place(value) + 8 + valueStyle.size * 0.75
  }

  private func bar(_ index: Int, _ series: Int) -> [Element] {
    let category = bars.categories[index]
    let isGrouped = bars.barsPerCategory > 1
    let part = isGrouped ? "staaf-\(index + 1)-\(series + 1)" : "staaf-\(index + 1)"
    let offset = (Double(series) - Double(bars.barsPerCategory - 1) / 2) * step
    let centre = bands.centre(index) + offset
    let x = centre - barWidth / 2
    let datum = bars.datum(category, series)
    guard let value = datum.value else {
      return missing(datum.reason(area.language.phrases), part: part, x: x, centre: centre)
    }
    let zero = scale.place(0)
    let end = scale.place(value)
    let look = bars.look(series)
    let shape = BarShape.series(
      look.index, part: part, isEarlier: look.isEarlier || category.isEarlier && !isGrouped,
      isHatched: look.isEarlier, x: x, y: min(zero, end),
      width: barWidth, height: max(zero, end) - min(zero, end))
    let number = TextElement(
      x: centre, y: value < 0 ? negativeBaseline(value) : end - 9, style: valueStyle,
      anchor: .middle, text: bars.text(value))
    return shape + BarShape.plated(number)
  }

  /// A place without a value: of one height, so that it cannot be read as a value.
  private func missing(_ reason: String, part: String, x: Double, centre: Double) -> [Element] {
    let height = 56.0
    let zero = scale.place(0)
    let goesUp = zero - scale.end >= scale.start - zero
    let room = step - (bars.barsPerCategory == 1 ? 16 : 8)
    let lines = LineBreaking.lines(reason, width: room, .missing)
    var elements = BarShape.missing(
      part: part, x: x, y: goesUp ? zero - height : zero, width: barWidth, height: height)
    for (index, line) in lines.enumerated() {
      let y =
        goesUp
        ? zero - height - 9 - 16 * Double(lines.count - 1 - index)
        : zero + height + 18 + 16 * Double(index)
      elements += BarShape.plated(
        TextElement(x: centre, y: y, style: .missing, anchor: .middle, text: line))
    }
    return elements
  }

  private func arrow(before index: Int) -> [Element] {
    guard let change = bars.categories[index].change else { return [] }
    if change.isBreak {
      return ChangeArrow.breakElements(
        change, x: (bands.centre(index - 1) + bands.centre(index)) / 2,
        room: bands.band - barWidth - 16, from: scale.end - 4, to: scale.place(0))
    }
    guard
      let before = bars.datum(bars.categories[index - 1], 0).value,
      let after = bars.datum(bars.categories[index], 0).value
    else { return [] }
    // Halfway the lower bar, moved to where the words stand between two grid lines.
    let wanted = (scale.place(0) + scale.place(min(before, after))) / 2
    let y = axis.gaps.min { ($0 - wanted).magnitude < ($1 - wanted).magnitude } ?? wanted
    return ChangeArrow.elements(
      change, from: bands.centre(index - 1) + barWidth / 2 + 8,
      to: bands.centre(index) - barWidth / 2 - 8, y: y)
  }
}
