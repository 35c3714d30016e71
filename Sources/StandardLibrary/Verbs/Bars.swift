import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Draws bars.
  static let bars = Verb(
    "bars", items: .columns,
    clauses: [
      ClauseSignature("by", "COLUMN", .columns), ClauseSignature("color", "COLUMN", .columns),
      ClauseSignature("detail", "COLUMN", .columns),
    ] + FigureVerbs.texts,
    UnitDocumentation(
      "bars MEASURE by COLUMN color COLUMN detail COLUMN title \"TEXT\"",
      "Draws a bar for each value of a column; with `color` a group of bars.",
      details: [
        "A missing value is drawn and named, never left out.",
        "Of editions the earlier ones are drawn lighter; `detail` is a second line under the name.",
      ],
      examples: [
        "population | where year = 2023 | sum inhabitants by province | bars inhabitants by province"
      ])
  ) { call, planner in
    guard let measure = FigureVerbs.measure(call, &planner),
      let by = FigureVerbs.column("by", call, &planner),
      let color = FigureVerbs.column("color", call, &planner),
      let detail = FigureVerbs.column("detail", call, &planner)
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
    spec.detail = detail
    guard FigureVerbs.readTexts(call, into: &spec, &planner) else { return nil }
    planner.presentation = .figure(spec)
    return call.input
  }
}
