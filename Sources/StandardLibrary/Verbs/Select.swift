import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Keeps some columns, in the order named.
  static let select = Verb(
    "select", items: .columns,
    UnitDocumentation(
      "select COLUMN, COLUMN..COLUMN, …", "Keeps the named columns, in that order.",
      details: ["`a..c` is every column from a to c, `year..` every one from year on."],
      examples: [
        "municipalities | select name, province | take 3",
        "population | select name, year.. | take 3",
      ])
  ) { call, planner in
    guard !call.items.isEmpty else {
      _ = planner.single([], of: call, "columns")
      return nil
    }
    let columns = planner.columns(call.items, in: call.schema)
    return columns.isEmpty ? nil : call.input.keeping(columns)
  }
}
