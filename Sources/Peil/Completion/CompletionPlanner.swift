import Planning
import QuerySyntax
import SourceText

/// What completion asks a planner: with the definitions of the session, and of the statements
/// before the one that is typed.
struct CompletionPlanner {
  private let planner: Planner
  /// Whether a bracket opens just in front of the cursor: a pipeline may begin in it.
  let isBracketed: Bool

  init(_ session: Session, _ script: Script, isBracketed: Bool) {
    var planner = Planner(
      registry: session.registry, catalog: session.catalog,
      file: SourceFile(name: "prompt", isNamed: false, text: ""), folder: session.options.folder,
      definitions: session.definitions)
    if script.statements.count > 1, let last = script.statements.last {
      let before = script.file.text(SourceRange(0, last.range.lower))
      let file = SourceFile(name: "prompt", isNamed: false, text: before)
      _ = planner.plan(Parser.script(in: file, vocabulary: session.registry))
    }
    self.planner = planner
    self.isBracketed = isBracketed
  }

  /// What is defined where the cursor stands.
  var definitions: Definitions { planner.definitions }

  /// The plan of the stages before a cursor, as far as it can be made; of the source itself when
  /// the cursor is in that.
  func plan(before cursor: StageCursor) -> LogicalPlan? {
    var planner = planner
    guard cursor.index < 0 else {
      return planner.plan(cursor.pipeline, stages: cursor.index)
    }
    let own = planner.registry.source(cursor.stage.verb.text)?.clauses.map(\.word) ?? []
    // The clause that is typed is none yet, nor are those of `data` the source's.
    let words = own.filter { $0 != cursor.clause?.word.text }
    return planner.plan(Pipeline(source: cursor.stage.keeping(clauses: words)))
  }

  /// The plan of a table.
  func plan(of table: Name) -> LogicalPlan? {
    var planner = planner
    return planner.tableSource(table).map { planner.scan($0) }
  }

  /// The plan of a table as an item gives it: by name, or in brackets.
  func plan(of item: Item?) -> LogicalPlan? {
    switch item?.value {
    case .name(let name): return plan(of: name)
    case .table(let pipeline, _):
      var planner = planner
      return planner.plan(pipeline)
    default: return nil
    }
  }
}
