package import QuerySyntax
import SourceText

extension Planner {
  /// The plan of another table a verb works with: the name of one, or `(PIPELINE)`.
  /// Reports what is neither.
  package mutating func otherTable(_ item: Item) -> LogicalPlan? {
    let outer = (origin, presentation)
    defer { (origin, presentation) = outer }
    switch item.value {
    case .name(let name): return tableSource(name).map { scan($0) }
    case .table(let pipeline, let range):
      let before = diagnostics.count
      guard let plan = plan(pipeline), diagnostics.count == before else { return nil }
      if !presentation.isTable {
        report(
          "misplaced-figure", "\(presentation.phrase) is no table to work with", at: range)
        return nil
      }
      return plan
    case .invalid: return nil
    default:
      report(
        "expected-table", "the name of a table is expected here", at: item.range,
        label: "or a pipeline in brackets",
        notes: ["as in `join population on …` or `join (csv \"file.csv\") on …`"])
      return nil
    }
  }

  /// What a table is called in messages.
  package func title(ofTable item: Item) -> String {
    if case .name(let name) = item.value { return "`\(name.text)`" }
    return "the other table"
  }

  /// The rows of a plan, for verbs whose columns are values of the data. Tables of `let` it may
  /// read are computed first. Nil when reading failed, which is reported.
  package mutating func rows(of plan: LogicalPlan, for call: VerbCall) -> FoundRows? {
    rows(of: plan, at: call.stage.range)
  }

  /// The rows of a plan, as above, for the text at a place.
  mutating func rows(of plan: LogicalPlan, at range: SourceRange) -> FoundRows? {
    guard diagnostics.isEmpty else { return nil }
    do {
      for (kept, keptPlan) in definitions.planned where kept.table == nil {
        kept.keep(try catalog.rows(of: keptPlan).table)
      }
      return try catalog.rows(of: plan)
    } catch {
      adopt(error, at: range)
      return nil
    }
  }
}
