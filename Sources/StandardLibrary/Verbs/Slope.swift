import Planning

extension Verb {
  /// Draws lines between two editions or periods.
  static let slope = FigureVerbs.verb(
    "slope",
    columns: [.by("it is not said between what the lines run"), .color],
    UnitDocumentation(
      "slope MEASURE by COLUMN color COLUMN title \"TEXT\"",
      "Draws a line for each value of `color` between two editions or periods.",
      details: [
        "The values stand at both ends; there is no axis and it need not start at zero.",
        "A value that is missing at one end is named.",
      ],
      examples: [
        #"indicators | where indicator in ["kwaliteit-van-leven", "goed-geregeld"] "#
          + "and edition in [2019, 2020] | slope value by edition color title"
      ]))
}
