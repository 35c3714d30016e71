import Planning

extension Verb {
  /// Draws areas.
  static let area = FigureVerbs.verb(
    "area", columns: [.time("it is not said along what the area runs"), .color, .facet],
    UnitDocumentation(
      "area MEASURE by TIME color COLUMN facet COLUMN title \"TEXT\"",
      "Draws the area below a measure; with `color` areas on top of each other.",
      details: [
        "Without `by` it runs along the time of the table; the axis starts at zero.",
        "Where a part is missing the sum is too: a gap, which is named.",
        "Areas on top of each other need values of zero or more.",
      ],
      examples: [
        #"population | where province in ["Utrecht", "Zeeland"] "#
          + "| sum inhabitants by province, year | area inhabitants by year color province"
      ]))
}
