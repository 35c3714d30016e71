import QuerySyntax
import SourceText

/// Where in a statement the cursor stands, found by reading the text with a mark in its place.
enum CursorPlace {
  /// The first word of a statement: a table, a source, or a statement word.
  case statement
  /// A table or a source, where a pipeline begins within a statement.
  case table
  /// The name of a table.
  case tableName
  /// A verb, after `|`.
  case verb
  /// Among the items of a stage or of a clause.
  case item(StageCursor)
  /// After a finished expression: a clause, or an operator.
  case clause(StageCursor)
  /// Inside quotes beside a column that it is compared with.
  case value(StageCursor, column: String)
  /// A column of a table, after `table.` in the domain of a param.
  case column(Name)
  /// The default of a param whose domain is a column of a table.
  case domain(Name, column: Name)
  /// An expression in which no table is read, with the names that are known there.
  case expression(names: [String], call: String?)
  /// After `$`.
  case parameter
  /// After `is` or `is not`.
  case reason(isNegated: Bool)
  /// The type of a param.
  case type
  /// Inside the quotes of a path.
  case file
  /// Inside quotes after `sheet`.
  case sheet(Stage)
  /// Inside other quotes, or nowhere that is known.
  case elsewhere

  /// A name that no script uses.
  static let mark = "cursor\u{2316}"

  /// Finds the place of the mark in a script that was read; `hasFile` says whether the quotes of a
  /// stage, or of the clause with a word, hold a path.
  static func find(in script: Script, hasFile: @escaping (Stage, String?) -> Bool) -> CursorPlace {
    let finder = CursorFinder(hasFile: hasFile)
    for statement in script.statements {
      if let place = finder.place(in: statement.kind) { return clause(script) ?? place }
    }
    return clause(script) ?? .elsewhere
  }

  /// The parser takes a word after a finished expression for a misspelt clause.
  private static func clause(_ script: Script) -> CursorPlace? {
    for diagnostic in script.diagnostics where diagnostic.code == "unknown-clause" {
      guard let range = diagnostic.range, script.file.text(range).contains(mark) else { continue }
      return cursors(script).last { $0.stage.range.lower < range.lower }.map { .clause($0) }
    }
    return nil
  }

  /// Every stage as the place of a cursor behind its last item.
  private static func cursors(_ script: Script) -> [StageCursor] {
    script.statements.flatMap { statement -> [StageCursor] in
      switch statement.kind {
      case .pipeline(let pipeline), .letTable(_, let pipeline): cursors(pipeline)
      case .data(_, let stage): [StageCursor(declaring: stage)]
      case .param, .letValue, .def, .use, .print, .invalid: []
      }
    }
  }

  private static func cursors(_ pipeline: Pipeline) -> [StageCursor] {
    let source: [StageCursor] =
      switch pipeline.source {
      case .stage(let stage): [StageCursor(pipeline, -1, stage)]
      case .nested(let nested, _): cursors(nested)
      case .lastResult: []
      }
    return source
      + pipeline.stages.enumerated().flatMap { index, stage in
        // The tables within the items of a stage begin behind it.
        [StageCursor(pipeline, index, stage)] + tables(in: stage).flatMap(cursors)
      }
  }

  private static func tables(in stage: Stage) -> [Pipeline] {
    (stage.items + stage.clauses.flatMap(\.items)).flatMap { tables(in: $0.value) }
  }

  private static func tables(in expr: Expr) -> [Pipeline] {
    if case .table(let pipeline, _) = expr { return [pipeline] }
    return expr.children.flatMap(tables)
  }
}

/// A cursor in a stage, and what is around it.
struct StageCursor {
  /// The pipeline of the stage; its source only when a `data` statement declares it.
  let pipeline: Pipeline
  /// The place of the stage; -1 for the source.
  let index: Int
  let stage: Stage
  /// Whether the clauses of `data` may stand in it too.
  let isDeclaration: Bool
  /// The clause it is in.
  var clause: Clause?
  /// The item it is in.
  var item: Item?
  /// Whether nothing but the mark stands where the items begin, so that a clause may come.
  var isFirst = false
  /// The innermost function whose arguments it is in.
  var call: String?

  init(_ pipeline: Pipeline, _ index: Int, _ stage: Stage) {
    self.pipeline = pipeline
    self.index = index
    self.stage = stage
    isDeclaration = false
  }

  init(declaring stage: Stage) {
    pipeline = Pipeline(source: stage)
    index = -1
    self.stage = stage
    isDeclaration = true
  }
}
