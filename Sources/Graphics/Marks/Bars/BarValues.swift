package import Wording

/// The values of bars and how they are written.
extension Bars {
  /// How many bars a category has.
  var barsPerCategory: Int { max(series.count, 1) }

  /// How a series is drawn: the place of its colour, and whether it is the earlier edition.
  func look(_ series: Int) -> (index: Int, isEarlier: Bool) {
    hasEarlierSeries ? (max(series - 1, 0), series == 0) : (series, false)
  }

  /// The value of a series in a category; one that was not given is missing.
  func datum(_ category: Category, _ series: Int) -> Datum {
    category.values.indices.contains(series) ? category.values[series] : .missing("")
  }

  /// Every value that is known, category by category.
  package var knownValues: [Double] {
    categories.flatMap { category in
      (0..<barsPerCategory).compactMap { datum(category, $0).value }
    }
  }

  /// The smallest and largest value of the scale, zero included.
  var scaleExtent: Extent {
    if let panel { return panel.domain.withZero }
    return knownValues.reduce(Extent(0, 0)) { Extent($1, $1).union($0) }
  }

  /// The values whose numbers need room: of panels those of all.
  var writtenValues: [Double] { panel?.values ?? knownValues }

  /// The detail line with the change in it, for drawings without room for an arrow.
  func detailWithChange(_ category: Category) -> String {
    [category.detail, category.change?.text ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A value as it stands in the drawing.
  func text(_ value: Double) -> String { format.text(value) }

  /// Whether a value is negative as written; −0.04 at one decimal is a zero.
  func isShownNegative(_ value: Double) -> Bool {
    value < 0 && text(value) != text(0)
  }
}

extension Bars: PanelMark {
  package var seriesNames: [String] { series }
  package var swatch: SeriesLegend.Swatch { .bar }

  package var extent: Extent? {
    if arrangement != .grouped {
      let phrases = Phrases.dutch
      return categories.reduce(Extent(0, 0)) { Stack(self, $1, phrases).extent.union($0) }
    }
    return knownValues.isEmpty ? nil : scaleExtent
  }

  package var rowNames: [String] { categories.flatMap { [$0.label, detailWithChange($0)] } }

  /// None: the reason stands at each place.
  package func unnamed(_ language: Language) -> [String] { [] }

  package func asPanel(_ style: PanelStyle) -> Bars {
    var panel = self
    panel.panel = style
    return panel
  }
}
