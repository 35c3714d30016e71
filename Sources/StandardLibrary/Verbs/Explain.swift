import Planning
import QuerySyntax

extension Verb {
  /// Shows how the pipeline would run, or ran.
  static let explain = Verb(
    "explain", items: .words(["run"]),
    UnitDocumentation(
      "explain [run]", "Shows how the pipeline would run, without running it.",
      details: [
        "The plan has the columns of each step with type, role and unit; the operators are what runs.",
        "`explain run` runs it and shows the rows each operator gave and the milliseconds it took. "
          + "A step without a time is part of the one above it.",
      ],
      examples: ["population | where year = 2022 | sum inhabitants by province | explain"])
  ) { call, planner in
    var isRun = false
    for item in call.items {
      guard case .name(let name) = item.value, item.name == nil, name.text == "run", !isRun else {
        planner.report(
          "unexpected-item", "`explain` takes nothing but the word `run`", at: item.range,
          notes: ["`explain` shows what a query will do, `explain run` what it did"])
        return nil
      }
      isRun = true
    }
    planner.presentation = .explanation(isRun: isRun)
    return call.input
  }
}
