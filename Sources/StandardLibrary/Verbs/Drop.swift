import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Leaves columns out.
  static let drop = Verb(
    "drop", items: .columns,
    UnitDocumentation(
      "drop COLUMN, …", "Leaves the named columns out.",
      examples: ["population | drop source | take 3"])
  ) { call, planner in
    guard !call.items.isEmpty else {
      _ = planner.single([], of: call, "columns")
      return nil
    }
    let dropped = planner.columns(call.items, in: call.schema)
    let kept = call.schema.fields.indices.filter { !dropped.contains($0) }
    guard !kept.isEmpty else {
      planner.report("no-columns", "no column would be left", at: call.stage.range)
      return nil
    }
    return dropped.isEmpty ? nil : call.input.keeping(kept)
  }
}
