import Planning

extension Verb {
  /// Draws lines.
  static let line = FigureVerbs.verb(
    "line", columns: [.time("it is not said along what the line runs"), .color, .facet],
    own: [.word("axis", among: ["zero", "fitted"])],
    UnitDocumentation(
      "line MEASURE by TIME color COLUMN facet COLUMN axis zero|fitted title \"TEXT\"",
      "Draws a measure along time, or along another column; with `color` a line for each value.",
      details: [
        "Without `by` it runs along the time of the table.",
        "A missing value, or a period without a row, is a gap and is named.",
        "After `yoy` the growth stands at each point. Provisional figures have open points and "
          + "dotted lines.",
        "The axis starts at zero unless all values lie far from it, which is then drawn and said; "
          + "`axis zero` and `axis fitted` decide it.",
      ],
      examples: [
        "population | sum inhabitants by year | yoy inhabitants | line inhabitants by year",
        "population | sum inhabitants by province, year | yoy | line inhabitants_growth by year "
          + "color province",
      ]))
}
