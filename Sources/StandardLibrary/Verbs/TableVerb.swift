import Planning

extension Verb {
  /// Draws a table.
  static let table = FigureVerbs.verb(
    "table",
    columns: [.by("it is not said what the rows stand for"), .over],
    UnitDocumentation(
      "table MEASURE by COLUMN over TIME title \"TEXT\"",
      "Draws a row for each value of a column: its last two values, the change and the course.",
      details: [
        "Without `over` the columns are periods of the time of the table.",
        "After `yoy` the growth is written, or the reason why there is none.",
        "The course is a line for three periods or more, each row on its own scale; gaps stay gaps.",
      ],
      examples: [
        "population | sum inhabitants by province, year | yoy inhabitants "
          + "| table inhabitants by province"
      ]))
}
