import Wording

/// The classes with their bounds and counts, what has no value, and the ends of the ranking.
struct ChoroplethLegend {
  private let map: Choropleth
  private let left: Double
  private let right: Double
  private let top: Double
  private let language: Language
  private let phrases: MapPhrases
  private var elements: [Element] = []
  private var y: Double

  init(_ map: Choropleth, left: Double, right: Double, top: Double, language: Language) {
    self.map = map
    self.left = left
    self.right = right
    self.top = top
    self.language = language
    phrases = language.mapPhrases
    y = top
  }

  /// The legend and the lowest point it reaches.
  func drawing() -> Drawing {
    var legend = self
    legend.addClasses()
    legend.addExtremes()
    legend.addRemarks()
    let group = GroupElement(part: "legenda", className: "legend", elements: legend.elements)
    return Drawing(elements: [.group(group)], bottom: legend.y)
  }

  private mutating func addClasses() {
    addHeading(map.heading, detail: map.noun.many)
    let labels = map.classLabels(phrases)
    let counts = map.classCounts
    if !map.ranked.isEmpty {
      for index in labels.indices.reversed() {
        let shade = map.shade(index)
        let swatch = RectElement(
          className: ClassColours.className(shade), x: left, y: y, width: Self.swatch,
          height: Self.swatchHeight, fill: .colour(ClassColours.light[shade]))
        add([.rect(swatch)], labels[index], count: counts[index])
      }
    }
    for (reason, names) in map.missing(language) {
      let swatch = BarShape.missing(
        x: left, y: y, width: Self.swatch, height: Self.swatchHeight)
      add(swatch, reason, count: names.count)
      guard names.count <= Self.mostNames else { continue }
      var column = TextColumn(x: left + Self.indent, baseline: y + 6)
      column.isEmpty = true
      column.add(
        LineBreaking.lines(
          names.joined(separator: ", "), width: right - left - Self.indent, .detail),
        .detail, lead: 0, step: 15)
      elements += column.elements
      y = column.baseline + 10
    }
  }

  /// A heading with a rule below it; the detail stands at the right.
  private mutating func addHeading(_ heading: String, detail: String) {
    let room = right - left - TextMeasure.width(detail, .detail) - 12
    var column = TextColumn(x: left, baseline: y + 12)
    column.isEmpty = true
    column.add(
      LineBreaking.lines(heading, width: room, .legendHeading), .legendHeading, lead: 0, step: 17)
    elements += column.elements
    elements.append(
      .text(
        TextElement(x: right, y: column.baseline, style: .detail, anchor: .end, text: detail)))
    let rule = LineElement(
      className: "rule", x1: left, y1: column.baseline + 8, x2: right, y2: column.baseline + 8,
      stroke: Stroke(Palette.light.rule, width: 1))
    elements.append(.line(rule))
    y = column.baseline + 18
  }

  /// A swatch with its label, and the count at the right.
  private mutating func add(_ swatch: [Element], _ label: String, count: Int) {
    let number = map.format.style.integer(Int64(count))
    let room = right - left - Self.indent - TextMeasure.width(number, .legend) - 10
    var column = TextColumn(x: left + Self.indent, baseline: y + 13)
    column.isEmpty = true
    column.add(LineBreaking.lines(label, width: room, .legend), .legend, lead: 0, step: 17)
    elements += swatch + column.elements
    elements.append(
      .text(TextElement(x: right, y: y + 13, style: .legend, anchor: .end, text: number)))
    y = column.baseline + 11
  }

  /// The three highest and the three lowest by name, when there are more regions than those.
  private mutating func addExtremes() {
    let ranked = map.ranked
    guard ranked.count > 2 * Self.most else { return }
    let ends = [
      (phrases.highest, Array(ranked.prefix(Self.most))),
      (phrases.lowest, Array(ranked.suffix(Self.most).reversed())),
    ]
    for (heading, regions) in ends {
      y += 12
      addHeading(heading, detail: "")
      for index in regions {
        let region = map.regions[index]
        let value = map.text(region.value.value ?? 0)
        let room = right - left - TextMeasure.width(value, .legend) - 12
        var column = TextColumn(x: left, baseline: y + 10)
        column.isEmpty = true
        column.add(
          LineBreaking.lines(region.name, width: room, .legend), .legend, lead: 0, step: 17)
        elements += column.elements
        elements.append(
          .text(TextElement(x: right, y: y + 10, style: .legend, anchor: .end, text: value)))
        y = column.baseline + 9
      }
    }
  }

  private mutating func addRemarks() {
    for remark in map.remarks {
      var column = TextColumn(x: left, baseline: y + 18)
      column.isEmpty = true
      column.add(
        LineBreaking.lines(remark, width: right - left, .detail), .detail, lead: 0, step: 16)
      elements += column.elements
      y = column.baseline + 4
    }
  }

  private static let swatch: Double = 26
  private static let swatchHeight: Double = 17
  private static let indent: Double = 34
  /// How many of each end are named.
  private static let most = 3
  /// How many regions without a value are named below their reason.
  private static let mostNames = 6
}
