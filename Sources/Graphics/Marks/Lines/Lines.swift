import Wording

/// Values along an axis, mostly of time: lines, or areas on top of each other.
///
/// A value that is missing is a gap: nothing is drawn through it, and it is named. Provisional
/// values have open points and dotted lines.
package struct Lines: Sendable, Equatable {
  /// What is drawn of the values.
  package enum Kind: Sendable, Equatable {
    case line
    /// Areas from zero; of several series each stands on the one before.
    case area
    /// Lines between two places, each with its values beside it and without an axis.
    case slope
  }

  /// Where the axis of a line begins.
  package enum Baseline: Sendable, Equatable {
    /// At zero, unless all values lie so far from it that nothing would be seen.
    case automatic
    case zero
    case fitted
  }

  /// A place along the axis.
  package struct Place: Sendable, Equatable {
    package let label: String
    /// How far along; places rise.
    package let position: Double
    /// Which unit of the calendar it is; nil for what is none.
    package let unit: CalendarUnit?

    /// A place with its name.
    package init(_ label: String, at position: Double, unit: CalendarUnit? = nil) {
      self.label = DisplayText.clean(label)
      self.position = position
      self.unit = unit
    }
  }

  /// A unit of the calendar by its number, so that an axis names round ones.
  package struct CalendarUnit: Sendable, Equatable {
    /// Counted from the first unit of year 0.
    package let index: Int
    /// 1 for years, 4 for quarters, 12 for months.
    package let perYear: Int

    /// A unit of which a year has some.
    package init(_ index: Int, perYear: Int = 1) {
      self.index = index
      self.perYear = perYear
    }
  }

  /// A value of a series at a place.
  package struct Point: Sendable, Equatable {
    package let datum: Datum
    /// The change since a year earlier as written at the point, "+2,3%"; empty for none.
    package let change: String
    /// The change as a number, by which the least and the greatest are found.
    package let amount: Double?
    package let isProvisional: Bool

    /// A point.
    package init(
      _ datum: Datum, change: String = "", amount: Double? = nil, isProvisional: Bool = false
    ) {
      self.datum = datum
      self.change = DisplayText.clean(change)
      self.amount = amount
      self.isProvisional = isProvisional
    }
  }

  /// A line: its name and a point for each place.
  package struct Series: Sendable, Equatable {
    package let name: String
    package let points: [Point]

    /// A series with a point for each place, in their order.
    package init(_ name: String, _ points: [Point]) {
      self.name = DisplayText.clean(name)
      self.points = points
    }
  }

  package let kind: Kind
  package let places: [Place]
  package let series: [Series]
  package let format: ValueFormat
  package let baseline: Baseline
  /// Panels beside each other share a domain and are drawn smaller.
  var panel: PanelStyle?

  /// Lines or areas; a series with fewer points than places misses the last ones.
  package init(
    _ kind: Kind = .line, places: [Place], series: [Series], format: ValueFormat,
    baseline: Baseline = .automatic
  ) {
    self.kind = kind
    self.places = places
    self.series = series
    self.format = format
    switch kind {
    case .line: self.baseline = baseline
    case .area: self.baseline = .zero
    case .slope: self.baseline = .fitted
    }
  }
}

extension Lines: Mark {
  /// Draws the lines with their axes, labels and what is to be said of them.
  package func drawing(in area: DrawingArea) -> Drawing {
    guard !places.isEmpty, !series.isEmpty else { return EmptyPlace.drawing(in: area) }
    let ends = EndLabels(self, in: area)
    let hasLegend = panel == nil && (!ends.hasNames || ends.isEmpty)
    let legend =
      hasLegend ? SeriesLegend.elements(series.map(\.name), kind: swatch, in: area) : .none(area)
    let drawing = LineDrawing(LinePlan(self, in: area.below(legend.baseline))).drawing()
    return Drawing(elements: legend.elements + drawing.elements, bottom: drawing.bottom)
  }

  /// How a series looks in a legend.
  package var swatch: SeriesLegend.Swatch { kind == .area ? .area : .line }
}

extension Lines {
  /// A point of a series; one that was not given is missing.
  func point(_ series: Int, _ place: Int) -> Point {
    let points = self.series[series].points
    return points.indices.contains(place) ? points[place] : Point(.missing(""))
  }

  /// The known value of a series at a place.
  func value(_ series: Int, _ place: Int) -> Double? { point(series, place).datum.value }

  /// The value that is drawn: in areas the sum of a series and those below it, which is missing
  /// where one of them is.
  func height(_ series: Int, _ place: Int) -> Double? {
    guard kind == .area else { return value(series, place) }
    var sum = 0.0
    for index in 0...series {
      guard let value = value(index, place) else { return nil }
      sum += value
    }
    return sum.isFinite ? sum : nil
  }

  /// The smallest and largest value drawn; nil when there is none.
  package var extent: Extent? {
    var extent: Extent?
    for index in series.indices {
      for place in places.indices {
        guard let value = height(index, place) else { continue }
        extent = Extent(value, value).union(extent)
      }
    }
    return extent
  }

  /// Stretches of known places of a series.
  func runs(_ series: Int) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for place in places.indices where height(series, place) != nil {
      if let last = runs.last, last.upperBound == place - 1 {
        runs[runs.count - 1] = last.lowerBound...place
      } else {
        runs.append(place...place)
      }
    }
    return runs
  }
}
