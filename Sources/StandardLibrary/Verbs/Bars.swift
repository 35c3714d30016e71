import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Draws bars.
  static let bars = Verb(
    "bars", items: .columns,
    clauses: [
      ClauseSignature("by", "COLUMN", .columns), ClauseSignature("color", "COLUMN", .columns),
    ] + FigureVerbs.texts,
    UnitDocumentation(
      "bars MEASURE by COLUMN color COLUMN title \"TEXT\"",
      "Draws a bar for each value of a column; with `color` a group of bars.",
      details: ["A missing value is drawn and named, never left out."],
      examples: [
        "population | where year = 2023 | sum inhabitants by province | bars inhabitants by province"
      ])
  ) { call, planner in
    guard let measure = FigureVerbs.measure(call, &planner),
      let by = FigureVerbs.column("by", call, &planner),
      let color = FigureVerbs.column("color", call, &planner)
    else { return nil }
    var spec = FigureSpec(mark: "bars", value: call.schema.fields[measure].name)
    guard let by else {
      planner.report(
        "missing-item", "it is not said what the bars stand for", at: call.stage.range,
        label: "add `by COLUMN`")
      return nil
    }
    spec.by = by
    spec.color = color
    guard FigureVerbs.readTexts(call, into: &spec, &planner) else { return nil }
    planner.presentation = .figure(spec)
    return call.input
  }
}
