/// Bars that start at zero: a value, or one for each series, for every category.
///
/// Upright beside each other when there are at most eight categories and every text fits, else
/// lying below each other; always lying in the narrow layout. A missing value is a hatched place
/// with its reason. No bars at all is a frame that says so.
package struct Bars: Sendable, Equatable {
  /// The names of the series; at most one of them draws no legend.
  package let series: [String]
  package let categories: [Category]
  /// How values are written.
  package let format: ValueFormat
  /// What the categories are, for the alternative text: "editie", "edities".
  package let noun: Noun?
  package let arrangement: Arrangement
  package let direction: Direction
  /// Whether the first of two series is the earlier edition, which is drawn paler.
  package let hasEarlierSeries: Bool
  var panel: PanelStyle?

  /// How the series of a category stand to each other.
  package enum Arrangement: Sendable, Equatable {
    /// Beside each other.
    case grouped
    /// On top of each other.
    case stacked
    /// On top of each other, as shares of their sum.
    case share
  }

  /// Which way bars go.
  package enum Direction: Sendable, Equatable {
    /// Upright when every text fits.
    case automatic
    case lying
  }

  /// Bars; the noun says what the categories are.
  package init(
    series: [String] = [], categories: [Category], format: ValueFormat = ValueFormat(),
    noun: Noun? = nil, arrangement: Arrangement = .grouped, direction: Direction = .automatic,
    hasEarlierSeries: Bool = false
  ) {
    self.series = series.map(DisplayText.clean)
    self.categories = categories
    self.format = format
    self.noun = noun
    self.arrangement = arrangement
    self.direction = direction
    self.hasEarlierSeries = hasEarlierSeries && series.count == 2 && arrangement == .grouped
  }

  /// One category: its texts and a value for each series.
  package struct Category: Sendable, Equatable {
    package let label: String
    /// A second line, "peiljaar 2017"; empty for none.
    package let detail: String
    /// A value for each series, in their order.
    package let values: [Datum]
    /// Whether the category is of an earlier edition, which a single series shows paler.
    package let isEarlier: Bool
    /// What changed since the category before.
    package let change: Change?

    /// A category with a value for each series.
    package init(
      _ label: String, detail: String = "", values: [Datum], isEarlier: Bool = false,
      change: Change? = nil
    ) {
      self.label = DisplayText.clean(label)
      self.detail = DisplayText.clean(detail)
      self.values = values
      self.isEarlier = isEarlier
      self.change = change
    }
  }

  /// A change between two neighbouring categories, in words: "0,0%" and "zelfde cijfer".
  package struct Change: Sendable, Equatable {
    /// Above the arrow.
    package let amount: String
    /// Below the arrow; empty for none.
    package let remark: String
    /// Whether the two do not compare: no arrow then, a line between them.
    package let isBreak: Bool

    /// A change; the amount is written by the caller, because percent and percentage point differ.
    package init(amount: String, remark: String = "") {
      self.amount = DisplayText.clean(amount)
      self.remark = DisplayText.clean(remark)
      isBreak = false
    }

    /// No change, because the two do not compare: the words for it.
    package init(notComparable words: String) {
      amount = ""
      remark = DisplayText.clean(words)
      isBreak = true
    }

    /// The change as part of a line: "zelfde cijfer (0,0%)".
    var text: String {
      switch (remark.isEmpty, amount.isEmpty) {
      case (true, _): amount
      case (false, true): remark
      case (false, false): "\(remark) (\(amount))"
      }
    }
  }
}

extension Bars: Mark {
  /// Draws the bars, lying or upright as their labels and the paper ask.
  package func drawing(in area: DrawingArea) -> Drawing {
    guard !categories.isEmpty else { return EmptyPlace.drawing(in: area) }
    let legend =
      panel == nil
      ? SeriesLegend.elements(series, hasEarlier: hasEarlierSeries, in: area) : .none(area)
    let plot = area.below(legend.baseline)
    let bars: Drawing
    if arrangement != .grouped {
      bars = StackedBars(self, in: plot).drawing()
    } else if direction == .automatic, panel == nil, let upright = UprightBars(self, in: plot) {
      bars = upright.drawing()
    } else {
      bars = LyingBars(self, in: plot).drawing()
    }
    return Drawing(elements: legend.elements + bars.elements, bottom: bars.bottom)
  }
}
