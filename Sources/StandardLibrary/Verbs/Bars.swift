import Planning

extension Verb {
  /// Draws bars.
  static let bars = FigureVerbs.verb(
    "bars", columns: [.by("it is not said what the bars stand for"), .color, .facet, .detail],
    own: [
      .word("position", among: ["grouped", "stacked", "share"]),
      .word("direction", among: ["vertical", "horizontal"]),
    ],
    UnitDocumentation(
      "bars MEASURE by COLUMN color COLUMN facet COLUMN detail COLUMN position stacked "
        + "direction horizontal title \"TEXT\"",
      "Draws a bar for each value of a column; with `color` a group of bars.",
      details: [
        "A missing value is drawn and named, never left out.",
        "`position stacked` puts the bars of a group on top of each other, `position share` shows "
          + "them as shares of their sum, which then need values of zero or more.",
        "Bars stand when all texts fit, else they lie; `direction horizontal` always lays them.",
        "Of editions the earlier ones are drawn lighter; `detail` is a second line under the name.",
      ],
      examples: [
        "population | where year = 2023 | sum inhabitants by province | bars inhabitants by province",
        #"indicator_parts | where indicator = "kwaliteit-van-leven" and dimension = "cijferklasse" "#
          + "| bars value by edition color category position stacked",
      ]))
}
