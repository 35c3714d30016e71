import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Draws one figure large, with those of earlier editions.
  static let keyFigure = Verb(
    "key_figure", items: .columns,
    clauses: [ClauseSignature("by", "COLUMN", .columns)] + FigureVerbs.texts,
    UnitDocumentation(
      "key_figure MEASURE by COLUMN title \"TEXT\"",
      "Draws the value of the last row large, with those of earlier rows beside it.",
      details: ["`by` names what the rows are: editions or periods."],
      examples: [
        #"indicators | where indicator = "bewonersinitiatieven" and edition <= 2020 "#
          + "| key_figure value by edition"
      ])
  ) { call, planner in
    guard let measure = FigureVerbs.measure(call, &planner),
      let by = FigureVerbs.column("by", call, &planner)
    else { return nil }
    var spec = FigureSpec(mark: "key_figure", value: call.schema.fields[measure].name)
    spec.by = by
    guard FigureVerbs.readTexts(call, into: &spec, &planner) else { return nil }
    planner.presentation = .figure(spec)
    return call.input
  }
}
