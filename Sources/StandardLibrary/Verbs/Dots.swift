import Planning

extension Verb {
  /// Draws dots.
  static let dots = FigureVerbs.verb(
    "dots", columns: [.by("it is not said what the dots stand for"), .color, .facet, .detail],
    own: [.word("axis", among: ["zero", "fitted"])],
    UnitDocumentation(
      "dots MEASURE by COLUMN color COLUMN facet COLUMN detail COLUMN axis zero|fitted "
        + "title \"TEXT\"",
      "Draws a dot for each value of a column on a shared scale; with `color` several, joined.",
      details: [
        "Dots show differences between values far from zero, where bars would look alike.",
        "A missing value is drawn and named, never left out.",
      ],
      examples: [
        "population | where year in [2020, 2023] | sum inhabitants by province, year "
          + "| dots inhabitants by province color year"
      ]))
}
