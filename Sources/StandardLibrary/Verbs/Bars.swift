import Planning

extension Verb {
  /// Draws bars.
  static let bars = FigureVerbs.verb(
    "bars", columns: [.by("it is not said what the bars stand for"), .color, .detail],
    UnitDocumentation(
      "bars MEASURE by COLUMN color COLUMN detail COLUMN title \"TEXT\"",
      "Draws a bar for each value of a column; with `color` a group of bars.",
      details: [
        "A missing value is drawn and named, never left out.",
        "Of editions the earlier ones are drawn lighter; `detail` is a second line under the name.",
      ],
      examples: [
        "population | where year = 2023 | sum inhabitants by province | bars inhabitants by province"
      ]))
}
