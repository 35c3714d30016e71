import Planning

extension Verb {
  /// Draws one figure large, with those of earlier editions.
  static let keyFigure = FigureVerbs.verb(
    "key_figure", columns: [.optionalBy],
    UnitDocumentation(
      "key_figure MEASURE by COLUMN title \"TEXT\"",
      "Draws the value of the last row large, with those of earlier rows beside it.",
      details: ["`by` names what the rows are: editions or periods."],
      examples: [
        #"indicators | where indicator = "bewonersinitiatieven" and edition <= 2020 "#
          + "| key_figure value by edition"
      ]))
}
