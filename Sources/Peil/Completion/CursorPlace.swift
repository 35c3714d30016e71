import QuerySyntax
import SourceText

/// Where in a statement the cursor stands, found by reading the text with a mark in its place.
enum CursorPlace {
  /// A table or source, or the first word of a statement.
  case source
  /// A verb, after `|`.
  case verb
  /// Among the items of a stage: a column, a function, or one of the stage's clauses.
  case item(Pipeline, stage: Int, Stage)
  /// A clause, after a finished expression.
  case clause(Stage)
  /// Inside quotes beside a column that it is compared with.
  case value(Pipeline, stage: Int, column: String)
  /// A column of a table, after `table.` in the domain of a param.
  case column(Name)
  /// The default of a param whose domain is a column of a table.
  case domain(Name, column: Name)
  /// Inside quotes after a source such as `csv`.
  case file
  /// Inside quotes after `sheet`.
  case sheet(Stage)
  /// Inside other quotes, or nowhere that is known.
  case elsewhere

  /// A name that no script uses.
  static let mark = "cursor\u{2316}"

  /// Finds the place of the mark in a script that was read.
  static func find(in script: Script) -> CursorPlace {
    for statement in script.statements {
      switch statement.kind {
      case .pipeline(let pipeline), .letTable(_, let pipeline):
        if let place = find(pipeline) { return clause(script) ?? place }
      case .letValue(_, .name(let name)) where name.text.contains(mark): return .source
      case .print(let expr), .letValue(_, let expr), .def(_, _, let expr):
        if let place = find(expr, in: nil) { return place }
      case .data(_, let stage):
        if let place = sheetClause(stage) ?? find(stage, in: nil, at: 0) { return place }
      case .param(_, _, let domain, let value):
        if let place = find(domain, value) { return place }
      case .use, .invalid: break
      }
    }
    return clause(script) ?? .elsewhere
  }

  private static func find(_ domain: ParamDomain?, _ value: Expr?) -> CursorPlace? {
    switch domain {
    case .values(.name(let name)) where name.text.contains(mark): return .source
    case .column(let column, let table):
      if column.text.contains(mark) { return .column(table) }
      if case .literal(.text(let text), _)? = value, text.contains(mark) {
        return .domain(table, column: column)
      }
      if case .name(let name)? = value, name.text.contains(mark) {
        return .domain(table, column: column)
      }
      return nil
    case .values, nil: return nil
    }
  }

  /// The parser takes a word after a finished expression for a misspelt clause.
  private static func clause(_ script: Script) -> CursorPlace? {
    for diagnostic in script.diagnostics where diagnostic.code == "unknown-clause" {
      guard let range = diagnostic.range, script.file.text(range).contains(mark) else { continue }
      return stages(script).last { $0.range.lower < range.lower }.map { .clause($0) }
    }
    return nil
  }

  private static func stages(_ script: Script) -> [Stage] {
    script.statements.flatMap { statement -> [Stage] in
      switch statement.kind {
      case .pipeline(let pipeline), .letTable(_, let pipeline): stages(pipeline)
      case .data(_, let stage): [stage]
      case .param, .letValue, .def, .use, .print, .invalid: []
      }
    }
  }

  private static func stages(_ pipeline: Pipeline) -> [Stage] {
    switch pipeline.source {
    case .stage(let stage): [stage] + pipeline.stages
    case .nested(let nested, _): stages(nested) + pipeline.stages
    case .lastResult: pipeline.stages
    }
  }

  private static func find(_ pipeline: Pipeline) -> CursorPlace? {
    switch pipeline.source {
    case .stage(let stage):
      if stage.verb.text.contains(mark) { return .source }
      if let place = sheetClause(stage) { return place }
      if let place = find(stage, in: pipeline, at: -1) {
        if case .value = place { return .file }
        if case .elsewhere = place { return .file }
        return place
      }
    case .nested(let nested, _):
      if let place = find(nested) { return place }
    case .lastResult: break
    }
    for (index, stage) in pipeline.stages.enumerated() {
      if stage.verb.text.contains(mark) { return .verb }
      if let place = find(stage, in: pipeline, at: index) { return place }
    }
    return nil
  }

  /// The place inside quotes of a `sheet` clause.
  private static func sheetClause(_ stage: Stage) -> CursorPlace? {
    for clause in stage.clauses where clause.word.text == "sheet" {
      for case .literal(.text(let text), _) in clause.items.map(\.value) where text.contains(mark) {
        return .sheet(stage)
      }
    }
    return nil
  }

  private static func find(_ stage: Stage, in pipeline: Pipeline?, at index: Int) -> CursorPlace? {
    for item in stage.items + stage.clauses.flatMap(\.items) {
      if item.name?.text.contains(mark) ?? false { return .elsewhere }
      for expr in [item.value] + [item.of].compactMap({ $0 }) {
        if let place = find(expr, in: pipeline.map { ($0, index, stage) }) { return place }
      }
    }
    return nil
  }

  private static func find(_ expr: Expr, in context: (Pipeline, Int, Stage)?) -> CursorPlace? {
    switch expr {
    case .name(let name) where name.text.contains(mark):
      return context.map { .item($0.0, stage: $0.1, $0.2) } ?? .elsewhere
    case .literal(.text(let text), _) where text.contains(mark): return .elsewhere
    case .table(let pipeline, _): return find(pipeline)
    case .binary(let operation, let left, let right, _) where operation.isComparison:
      if let context, let column = comparedColumn(left, right) {
        return .value(context.0, stage: context.1, column: column)
      }
    default: break
    }
    for child in expr.children {
      if let place = find(child, in: context) { return place }
    }
    return nil
  }

  /// The column beside a text with the mark, in `column = "…"` or `column in ["…"]`.
  private static func comparedColumn(_ left: Expr, _ right: Expr) -> String? {
    func holdsMark(_ expr: Expr) -> Bool {
      switch expr {
      case .literal(.text(let text), _): text.contains(mark)
      case .list(let elements, _): elements.contains(where: holdsMark)
      default: false
      }
    }
    if case .name(let name) = left, holdsMark(right) { return name.text }
    if case .name(let name) = right, holdsMark(left) { return name.text }
    return nil
  }
}
