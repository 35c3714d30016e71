import Wording

/// The plan of parts on top of each other: upright like bars when every text fits, else lying.
struct StackedBars {
  let bars: Bars
  let area: DrawingArea
  let stacks: [Stack]
  let isUpright: Bool
  let extent: Extent

  /// A plan; it always fits.
  init(_ bars: Bars, in area: DrawingArea) {
    self.bars = bars
    self.area = area
    let phrases = area.language.phrases
    stacks = bars.categories.map { Stack(bars, $0, phrases) }
    extent = stacks.reduce(Extent(0, 0)) { $1.extent.union($0) }
    let band = (area.width - 44) / Double(max(bars.categories.count, 1))
    let fits =
      area.layout == .wide && bars.categories.count <= 12
      && bars.categories.allSatisfy {
        LineBreaking.unbroken($0.label, width: band - 14, limit: 2, .category) != nil
          && LineBreaking.unbroken($0.detail, width: band - 14, limit: 2, .detail) != nil
      }
      && stacks.allSatisfy { stack in
        stack.total.map {
          TextMeasure.width(bars.format.text($0), .smallValue) <= band - 8
        } ?? true
          && stack.missing.allSatisfy {
            LineBreaking.unbroken($0, width: band - 10, limit: 2, .missing) != nil
          }
      }
    isUpright = bars.direction != .lying && bars.panel == nil && fits
  }

  /// The elements: parts with their numbers, totals, names, the line at zero.
  func drawing() -> Drawing { isUpright ? upright() : lying() }

  /// A part as a rectangle with its number on a plate when there is room for it.
  func part(
    _ part: Stack.Part, category: Int, x: Double, y: Double, width: Double, height: Double
  ) -> [Element] {
    // A line of paper parts neighbours for those who do not see their colours.
    let (dx, dy) = isUpright ? (0.0, min(0.75, height / 4)) : (min(0.75, width / 4), 0.0)
    var elements = BarShape.series(
      part.series, part: "deel-\(category + 1)-\(part.series + 1)", x: x + dx, y: y + dy,
      width: width - 2 * dx, height: height - 2 * dy)
    let style = TextStyle.smallValue.sized(12)
    let text = bars.partFormat.text(part.value)
    if TextMeasure.width(text, style) + 14 <= width, height >= 19 {
      elements += BarShape.plated(
        TextElement(
          x: x + width / 2, y: y + height / 2 + 4.2, style: style, anchor: .middle, text: text))
    }
    return elements
  }

  /// The number of an upright part that is too low for it, right of the part when it has room there.
  private func aside(
    _ part: Stack.Part, x: Double, y: Double, height: Double, floor: Double, room: Double,
    besides taken: inout [Box]
  ) -> [Element] {
    let style = TextStyle.smallValue.sized(12)
    // The number of the lowest part stands on the axis, not through it.
    let isLowest = part.from == 0 && part.to >= 0
    let text = TextElement(
      x: x + 6, y: min(y + height / 2 + 4.2, isLowest ? floor - 5 : .infinity), style: style,
      anchor: .start,
      text: bars.partFormat.text(part.value))
    let box = Box(text)
    guard height < 19, part.value != 0, box.right - x <= room, !taken.contains(where: box.overlaps)
    else { return [] }
    taken.append(box)
    return BarShape.plated(text)
  }

  private func upright() -> Drawing {
    let room = bars.arrangement == .share ? 1.0 : 1.15
    let top = area.top + headroom(room)
    let bottom = top + 250
    let scale = LinearScale(
      low: extent.low * room, high: extent.high * room, start: bottom, end: top)
    let isBlank = extent.low == 0 && extent.high == 0
    let axis = ValueAxis(scale, bars.partFormat, in: area, isBlank: isBlank)
    let bands = BandScale(start: axis.left, end: area.right, count: stacks.count)
    let width = min(104, bands.band * 0.62)
    var elements = axis.grid
    var lowest = bottom
    for (index, stack) in stacks.enumerated() {
      let x = bands.centre(index) - width / 2
      var taken: [Box] = []
      for part in stack.parts {
        let (from, to) = (scale.place(part.from), scale.place(part.to))
        let height = (to - from).magnitude
        elements += self.part(
          part, category: index, x: x, y: min(from, to), width: width, height: height)
        elements += aside(
          part, x: x + width, y: min(from, to), height: height, floor: scale.place(0),
          room: min(bands.band - width - 8, area.right - x - width), besides: &taken)
      }
      elements += above(stack, bands.centre(index), width, scale, band: bands.band)
      let category = bars.categories[index]
      var column = TextColumn(x: bands.centre(index), anchor: .middle, baseline: bottom)
      column.add(
        LineBreaking.lines(category.label, width: bands.band - 14, .category), .category, lead: 22,
        step: 18)
      column.add(
        LineBreaking.lines(category.detail, width: bands.band - 14, .detail), .detail,
        lead: category.label.isEmpty ? 22 : 19, step: 16)
      elements += column.elements
      lowest = max(lowest, column.baseline)
    }
    elements.append(axis.baseline)
    return Drawing(elements: elements, bottom: lowest + 23)
  }

  /// The room above the plot: for the total of the highest stack, or for what a stack misses with
  /// its words as far as that reaches beyond the plot, of which `room` is the share above stacks.
  private func headroom(_ room: Double) -> Double {
    let band = (area.width - 44) / Double(max(stacks.count, 1))
    let whole = max((extent.high - extent.low) * room, .leastNonzeroMagnitude)
    return stacks.reduce(36) { most, stack in
      let lines = stack.missing.reduce(0) {
        $0 + LineBreaking.lines($1, width: band - 10, .missing).count
      }
      guard lines > 0 else { return most }
      let above = 250 * ((extent.high * room - stack.extent.high) / whole)
      return max(most, 60 + 16 * Double(lines) - above)
    }
  }

  /// The total above an upright stack, or the hatched place of what is missing.
  private func above(
    _ stack: Stack, _ centre: Double, _ width: Double, _ scale: LinearScale, band: Double
  ) -> [Element] {
    let end = scale.place(stack.extent.high)
    if stack.missing.isEmpty {
      guard let total = stack.total else { return [] }
      return BarShape.plated(
        TextElement(
          x: centre, y: end - 8, style: .smallValue, anchor: .middle,
          text: bars.format.text(total)))
    }
    let height = 30.0
    let top = end - 2 - height
    var elements = BarShape.missing(x: centre - width / 2, y: top, width: width, height: height)
    let words = stack.missing.flatMap { LineBreaking.lines($0, width: band - 10, .missing) }
    for (index, line) in words.enumerated() {
      elements += BarShape.plated(
        TextElement(
          x: centre, y: top - 8 - 16 * Double(words.count - 1 - index), style: .missing,
          anchor: .middle, text: line))
    }
    return elements
  }
}
