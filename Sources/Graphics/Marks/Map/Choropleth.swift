package import Wording

/// Regions in the colour of the class their value is in.
///
/// With boundaries regions have their real shapes; without, each has a tile of the same size near
/// where it lies, so that large empty regions weigh no more than small full ones. A region without
/// a value is hatched and counted in the legend, with the reason.
package struct Choropleth: Sendable {
  /// A region with its value.
  package struct Region: Sendable {
    package let name: String
    package let value: Datum
    /// What it belongs to, such as a province: tiles have a line between groups. Empty for none.
    package let group: String

    /// A region.
    package init(_ name: String, _ value: Datum, group: String = "") {
      self.name = DisplayText.clean(name)
      self.value = value
      self.group = group
    }
  }

  /// What regions look like.
  package enum Ground: Sendable {
    /// The shapes of each region, of which there are several when it is put together of earlier
    /// ones.
    case shapes([[MapShape]])
    case tiles(TileLayout)
  }

  package let regions: [Region]
  package let ground: Ground
  /// Above the legend: what is measured.
  package let heading: String
  /// How values are written.
  package let format: NumberFormat
  /// What is counted, for the alternative text; "%" is written at every value.
  package let unit: String
  /// What the regions are: "gemeente", "gemeenten".
  package let noun: Noun
  /// What is said below the legend.
  package let remarks: [String]
  let classes: ValueClasses

  /// A map; `ground` has an entry for each region, in the same order.
  package init(
    _ regions: [Region], on ground: Ground, classing: Classing = .quantile, heading: String,
    noun: Noun, remarks: [String] = [], style: NumberStyle = .rijk, decimals: Int? = nil,
    unit: String = ""
  ) {
    self.regions = regions
    self.ground = ground
    self.heading = DisplayText.clean(heading)
    self.noun = noun
    self.remarks = remarks.map(DisplayText.clean).filter { !$0.isEmpty }
    self.unit = DisplayText.clean(unit)
    format = NumberFormat(
      style: style, decimals: decimals.map { .exactly(min($0, 10)) } ?? .atMost(2),
      isPercentage: self.unit == "%")
    classes = ValueClasses(regions.compactMap(\.value.value), classing)
  }

  /// The positions of regions with a value from high to low, those of equal value by name.
  var ranked: [Int] {
    regions.indices.filter { regions[$0].value.value != nil }.sorted { one, other in
      let (a, b) = (regions[one], regions[other])
      let (x, y) = (a.value.value ?? 0, b.value.value ?? 0)
      return x != y ? x > y : a.name != b.name ? a.name < b.name : one < other
    }
  }

  /// A value as it stands in the figure.
  func text(_ value: Double) -> String { format.text(value) }

  /// The colour of a class, as a position in the palette.
  func shade(_ index: Int) -> Int { ValueClasses.shades(classes.count)[index] }
}

extension Choropleth: Mark {
  /// Draws the map with its legend beside it, or below it in the narrow layout.
  package func drawing(in area: DrawingArea) -> Drawing {
    guard !regions.isEmpty else { return EmptyPlace.drawing(in: area) }
    let top = area.top + 24
    let isWide = area.layout == .wide
    let width = isWide ? area.width - Self.legendWidth - 30 : area.width
    let map = MapDrawing(self).elements(
      left: area.left, top: top, width: width, height: isWide ? 520 : 400)
    let legendTop = isWide ? top : map.bottom + 22
    let legend = ChoroplethLegend(
      self, left: isWide ? area.right - Self.legendWidth : area.left, right: area.right,
      top: legendTop, language: area.language
    ).drawing()
    return Drawing(
      elements: map.elements + legend.elements, bottom: max(map.bottom, legend.bottom) + 24)
  }

  private static let legendWidth: Double = 200
}
