package import Wording

/// A dot for each value on a shared scale, a row for each category.
///
/// Dots need no zero, so differences between values far from it can be seen; that the axis leaves
/// zero out is drawn and said. Several series share a row and are joined by a line.
package struct Dots: Sendable, Equatable {
  /// The names of the series; at most one of them draws no legend.
  package let series: [String]
  package let categories: [Bars.Category]
  package let format: ValueFormat
  /// What the categories are, for the alternative text.
  package let noun: Noun?
  package let baseline: Lines.Baseline
  var panel: PanelStyle?

  /// Dots; each category has a value for each series.
  package init(
    series: [String] = [], categories: [Bars.Category], format: ValueFormat = ValueFormat(),
    noun: Noun? = nil, baseline: Lines.Baseline = .automatic
  ) {
    self.series = series.map(DisplayText.clean)
    self.categories = categories
    self.format = format
    self.noun = noun
    self.baseline = baseline
  }

  /// How many dots a category has at most.
  var dotsPerCategory: Int { max(series.count, 1) }

  /// The value of a series in a category; one that was not given is missing.
  func datum(_ category: Bars.Category, _ series: Int) -> Datum {
    category.values.indices.contains(series) ? category.values[series] : .missing("")
  }
}

extension Dots: Mark {
  /// Draws the rows above their axis.
  package func drawing(in area: DrawingArea) -> Drawing {
    guard !categories.isEmpty else { return EmptyPlace.drawing(in: area) }
    let legend =
      panel == nil ? SeriesLegend.elements(series, kind: .dot, in: area) : .none(area)
    let drawing = DotPlan(self, in: area.below(legend.baseline)).drawing()
    return Drawing(elements: legend.elements + drawing.elements, bottom: drawing.bottom)
  }

  /// The same words as bars of the same values, under another name.
  package func description(in language: Language) -> String {
    Bars(series: series, categories: categories, format: format, noun: noun)
      .description(in: language, kind: language.phrases.dotChart)
  }
}

extension Dots: PanelMark {
  package var seriesNames: [String] { series }
  package var swatch: SeriesLegend.Swatch { .dot }

  package var knownValues: [Double] {
    categories.flatMap { category in
      (0..<dotsPerCategory).compactMap { datum(category, $0).value }
    }
  }

  package var extent: Extent? {
    knownValues.reduce(nil) { extent, value in Extent(value, value).union(extent) }
  }

  package func unnamed(_ language: Language) -> [String] {
    guard series.count > 1 else { return [] }
    return categories.flatMap { category in
      series.indices.filter { datum(category, $0).value == nil }.map { index in
        let reason = datum(category, index).reason(language.phrases)
        return "\(category.label), \(series[index]) (\(reason))"
      }
    }
  }

  package func asPanel(_ style: PanelStyle) -> Dots {
    var panel = self
    panel.panel = style
    return panel
  }
}
