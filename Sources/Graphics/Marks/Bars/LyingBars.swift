import Wording

/// The plan of bars that lie below each other, as many as there are.
///
/// The wide layout and panels with short names have the categories left of the bars, the narrow one
/// above them. Texts wrap; the height follows from the content.
struct LyingBars {
  let bars: Bars
  let area: DrawingArea
  /// More than a dozen bars are drawn smaller.
  let isDense: Bool
  let scale: LinearScale
  /// The width for categories; the whole width in the narrow layout.
  let labelWidth: Double
  /// The left edge of the room for bars, with their numbers.
  let plotLeft: Double
  let valueStyle: TextStyle
  let categoryStyle: TextStyle
  /// Whether categories stand left of the bars.
  let isBeside: Bool
  /// Whether numbers of negative bars stand right of the zero line, for want of room on the left.
  let hasNumbersRight: Bool

  var barHeight: Double { isDense ? 14 : 22 }

  /// A plan; it always fits.
  init(_ bars: Bars, in area: DrawingArea) {
    self.bars = bars
    self.area = area
    isDense = bars.categories.count * bars.barsPerCategory > 12
    let categoryStyle: TextStyle =
      bars.panel != nil ? .panelCategory : isDense ? .category.sized(13) : .category
    self.categoryStyle = categoryStyle
    var widest = 0.0
    for category in bars.categories {
      let label = LineBreaking.lines(category.label, width: 250, categoryStyle)
      let detail = LineBreaking.lines(bars.detailWithChange(category), width: 250, .detail)
      widest = max(
        widest, TextMeasure.width(label, categoryStyle), TextMeasure.width(detail, .detail))
    }
    if let panel = bars.panel { widest = TextMeasure.width(panel.names, categoryStyle) }
    let isShort = bars.panel != nil && widest <= area.width * 0.3
    isBeside = area.layout == .wide || isShort
    labelWidth = isBeside ? widest : area.width
    plotLeft = area.left + (isBeside && widest > 0 ? widest + (isShort ? 10 : 16) : 0)
    let width = area.right - plotLeft
    let styles: [TextStyle] =
      isDense ? [.smallValue] : [.value.sized(16), .value.sized(14), .smallValue]
    let rooms = styles.map { LabelRoom(bars, $0) }
    let fitting = rooms.firstIndex { $0.left + $0.right <= width * 0.6 }
    let chosen = rooms[fitting ?? rooms.count - 1]
    valueStyle = chosen.style
    hasNumbersRight = fitting == nil
    let left = hasNumbersRight ? 0 : chosen.left
    let right = hasNumbersRight ? max(chosen.left, chosen.right) : chosen.right
    let extent = bars.scaleExtent
    let step = NiceStep(atLeast: extent.high / 4 - extent.low / 4).value
    scale = LinearScale(
      low: (extent.low / step).rounded(.down) * step,
      high: (extent.high / step).rounded(.up) * step,
      start: plotLeft + left, end: area.right - right)
  }

  /// The room numbers need beside the bars in a style.
  private struct LabelRoom {
    let style: TextStyle
    let left: Double
    let right: Double

    init(_ bars: Bars, _ style: TextStyle) {
      self.style = style
      let values = bars.writtenValues
      let negative = values.filter(bars.isShownNegative).map(bars.text)
      left = negative.isEmpty ? 0 : TextMeasure.width(negative, style) + 12
      let positive = values.filter { !bars.isShownNegative($0) }.map(bars.text)
      let isOnlyNegative = positive.isEmpty && !negative.isEmpty
      right = isOnlyNegative ? 0 : max(70, TextMeasure.width(positive, style) + 12)
    }
  }
}
