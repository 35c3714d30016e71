import Planning

extension Verb {
  /// Draws small multiples.
  static let small = FigureVerbs.verb(
    "small",
    columns: [
      .time("it is not said what each panel is drawn by"), .color,
      .panels("it is not said what each panel stands for"),
    ],
    own: [.word("axis", among: ["zero", "fitted"])],
    UnitDocumentation(
      "small MEASURE by COLUMN color COLUMN facet COLUMN axis zero|fitted title \"TEXT\"",
      "Draws a small figure for each value of `facet`, all on one scale.",
      details: [
        "Along time they are lines, by any other column bars.",
        "`facet` after `line`, `area`, `bars` and `dots` does the same for those.",
      ],
      examples: [
        "population | sum inhabitants by province, year | small inhabitants by year facet province"
      ]))
}
