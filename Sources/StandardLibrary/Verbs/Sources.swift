import Planning
import QuerySyntax

extension Verb {
  /// Shows what was read for the result: files, digests, rows and filters.
  static let sources = Verb(
    "sources", items: .none,
    UnitDocumentation(
      "sources", "Shows what was read for the result: files, digests, rows and filters.",
      details: [
        "A digest is the SHA-256 of the bytes read; a built-in dataset is listed as `builtin/NAME.csv`."
      ],
      examples: ["population | where year = 2022 | sum inhabitants by province | sources"])
  ) { call, planner in
    if let item = call.items.first {
      planner.report("unexpected-item", "`sources` takes no items", at: item.range)
      return nil
    }
    planner.presentation = .sources
    return call.input
  }
}
