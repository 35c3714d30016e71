import Planning
import QuerySyntax

extension Verb {
  /// Shows how the pipeline would run, without running it.
  static let explain = Verb(
    "explain", items: .none,
    UnitDocumentation(
      "explain", "Shows how the pipeline would run, without running it.",
      details: [
        "The plan has the columns of each step with type, role and unit; the operators are what runs."
      ],
      examples: ["population | where year = 2022 | sum inhabitants by province | explain"])
  ) { call, planner in
    if let item = call.items.first {
      planner.report("unexpected-item", "`explain` takes no items", at: item.range)
      return nil
    }
    planner.presentation = .explanation
    return call.input
  }
}
