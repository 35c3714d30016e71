import Wording

/// The plan of bars that stand beside each other.
///
/// Making the plan fails when a text does not fit its band, so that the caller lays the bars down
/// instead: texts are never cut, turned or put over each other.
struct UprightBars {
  let bars: Bars
  let area: DrawingArea
  let scale: LinearScale
  let axis: ValueAxis
  let bands: BandScale
  /// The width of one bar.
  let barWidth: Double
  /// From the left of a bar to the left of the next in its group.
  let step: Double
  let valueStyle: TextStyle
  let labels: [[String]]
  let details: [[String]]
  /// Whether changes are drawn as arrows; if not they stand in the detail lines.
  let hasArrows: Bool

  /// A plan for at most eight categories in the wide layout; nil when it does not fit.
  init?(_ bars: Bars, in area: DrawingArea) {
    guard area.layout == .wide, bars.categories.count <= 8 else { return nil }
    self.bars = bars
    self.area = area
    let extent = bars.scaleExtent
    let top = area.top + 36
    let height: Double
    switch (extent.low < 0, extent.high > 0) {
    case (true, true): height = 260
    case (true, false), (false, true): height = 207
    // Nothing but missing values and zeros: room for a missing place with its reason.
    case (false, false): height = 96
    }
    // A quarter of headroom keeps the number at the longest bar within the plot.
    scale = LinearScale(
      low: extent.low * 1.25, high: extent.high * 1.25, start: top + height, end: top)
    axis = ValueAxis(
      scale, bars.format, in: area, isBlank: extent.low == 0 && extent.high == 0)
    bands = BandScale(start: axis.left, end: area.right, count: bars.categories.count)
    let band = bands.band
    let hasChanges = bars.categories.dropFirst().contains { $0.change != nil }
    if bars.barsPerCategory == 1 {
      barWidth = min(104, band * (hasChanges ? 0.5 : 0.62))
      step = band
    } else {
      step = min(band * 0.8 / Double(bars.barsPerCategory), 72)
      barWidth = step - 2
    }
    guard barWidth >= 12 else { return nil }
    let room = step - (bars.barsPerCategory == 1 ? 16 : 8)
    let phrases = area.language.phrases
    guard let valueStyle = Self.valueStyle(bars, phrases, room: room) else { return nil }
    self.valueStyle = valueStyle
    hasArrows =
      hasChanges
      && ChangeArrow.fits(bars, bandWidth: band, barWidth: barWidth, valueStyle: valueStyle)
    var labels: [[String]] = []
    var details: [[String]] = []
    for category in bars.categories {
      let detail = hasArrows ? category.detail : bars.detailWithChange(category)
      guard
        let label = LineBreaking.unbroken(category.label, width: band - 14, limit: 2, .category),
        let detail = LineBreaking.unbroken(detail, width: band - 14, limit: 2, .detail)
      else { return nil }
      labels.append(label)
      details.append(detail)
    }
    self.labels = labels
    self.details = details
  }

  /// The largest style in which every number, and every reason in two lines, fits the room.
  private static func valueStyle(
    _ bars: Bars, _ phrases: Phrases, room: Double
  ) -> TextStyle? {
    var values: [String] = []
    for category in bars.categories {
      for index in 0..<bars.barsPerCategory {
        let datum = bars.datum(category, index)
        if let value = datum.value {
          values.append(bars.text(value))
        } else if LineBreaking.unbroken(
          datum.reason(phrases), width: room, limit: 2, .missing) == nil
        {
          return nil
        }
      }
    }
    let styles: [TextStyle] =
      bars.barsPerCategory == 1
      ? [.value, .value.sized(14), .smallValue] : [.value.sized(14), .smallValue]
    return styles.first { TextMeasure.width(values, $0) <= room }
  }
}
