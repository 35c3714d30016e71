/// An arrow from a bar to the next, with the change above and a remark below.
enum ChangeArrow {
  /// Whether every change has two known values that are not negative, and room for its words.
  static func fits(
    _ bars: Bars, bandWidth: Double, barWidth: Double, valueStyle: TextStyle
  ) -> Bool {
    // A change of the first category is from one that is not drawn.
    guard bars.barsPerCategory == 1, bars.categories.first?.change == nil else { return false }
    for index in bars.categories.indices.dropFirst() {
      guard let change = bars.categories[index].change else { continue }
      for neighbour in [index - 1, index] {
        guard let value = bars.datum(bars.categories[neighbour], 0).value, value >= 0,
          TextMeasure.width(bars.text(value), valueStyle) <= barWidth
        else { return false }
      }
      let remark =
        change.isBreak
        ? LineBreaking.lines(change.remark, width: bandWidth - barWidth - 16, .changeDetail)
        : [change.remark]
      let needed = max(
        28, TextMeasure.width(change.amount, .change), TextMeasure.width(remark, .changeDetail))
      guard needed <= bandWidth - barWidth - 8 else { return false }
    }
    return true
  }

  /// A dashed line between two bars that do not compare, with the words for it halfway.
  static func breakElements(
    _ change: Bars.Change, x: Double, room: Double, from top: Double, to bottom: Double
  ) -> [Element] {
    let words = LineBreaking.lines(change.remark, width: room, .changeDetail)
    let first = (top + bottom) / 2 - 8 * Double(words.count - 1) + 4
    let last = first + 16 * Double(words.count - 1)
    let lines = [(top, first - 14), (last + 8, bottom)].map { from, to in
      Element.line(
        LineElement(
          className: "delta", x1: x, y1: from, x2: x, y2: to,
          stroke: Stroke(Palette.light.soft, width: 1.2, dashes: [4, 4])))
    }
    return lines
      + words.enumerated().flatMap { index, word in
        BarShape.plated(
          TextElement(
            x: x, y: first + 16 * Double(index), style: .changeDetail, anchor: .middle, text: word))
      }
  }

  /// The arrow and its words.
  static func elements(_ change: Bars.Change, from start: Double, to end: Double, y: Double)
    -> [Element]
  {
    let stroke = Stroke(Palette.light.soft, width: 1.2)
    let line = LineElement(className: "delta", x1: start, y1: y, x2: end, y2: y, stroke: stroke)
    let head = PathElement(
      className: "delta", steps: [.move(end - 7, y - 4), .line(end, y), .line(end - 7, y + 4)],
      fill: .none, stroke: stroke)
    var elements: [Element] = [.line(line), .path(head)]
    let centre = (start + end) / 2
    if !change.amount.isEmpty {
      elements.append(
        .text(
          TextElement(x: centre, y: y - 9, style: .change, anchor: .middle, text: change.amount)))
    }
    if !change.remark.isEmpty {
      elements.append(
        .text(
          TextElement(
            x: centre, y: y + 18, style: .changeDetail, anchor: .middle, text: change.remark)))
    }
    return elements
  }
}
