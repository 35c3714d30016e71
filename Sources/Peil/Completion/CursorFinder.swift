import QuerySyntax

/// Walks a statement to the mark that stands for the cursor.
struct CursorFinder {
  /// Whether the quotes of a stage, or of its clause with a word, hold a path.
  let hasFile: (Stage, String?) -> Bool

  /// The place of the mark in a statement; nil when it is not there.
  func place(in statement: Statement.Kind) -> CursorPlace? {
    switch statement {
    case .pipeline(let pipeline): return place(in: pipeline, source: .statement)
    case .letTable(_, let pipeline): return place(in: pipeline, source: .table)
    case .letValue(_, let expr), .print(let expr): return place(in: expr, names: [])
    case .def(_, let parameters, let body):
      return place(in: body, names: parameters.map(\.name.text))
    case .data(_, let stage):
      if stage.verb.text.contains(CursorPlace.mark) { return .table }
      return place(in: StageCursor(declaring: stage))
    case .param(_, let type, let domain, let value):
      if let type, type.text.contains(CursorPlace.mark) { return .type }
      return place(in: domain, value)
    case .use(let path, _): return path.contains(CursorPlace.mark) ? .file : nil
    case .invalid: return nil
    }
  }

  private func place(in domain: ParamDomain?, _ value: Expr?) -> CursorPlace? {
    switch domain {
    case .values(.name(let name)) where isMark(name): return .tableName
    case .column(let column, let table):
      if isMark(column) { return .column(table) }
      if let value, holdsMark(value) { return .domain(table, column: column) }
      return nil
    case .values, nil: return value.flatMap { place(in: $0, names: []) }
    }
  }

  /// The place in an expression in which no table is read.
  private func place(in expr: Expr, names: [String], call: String? = nil) -> CursorPlace? {
    switch expr {
    case .name(let name) where isMark(name): return .expression(names: names, call: call)
    case .parameter(let name) where isMark(name): return .parameter
    case .test(_, let isNegated, let name, _) where isMark(name):
      return .reason(isNegated: isNegated)
    case .literal(.text(let text), _) where text.contains(CursorPlace.mark): return .elsewhere
    case .table(let pipeline, _): return place(in: pipeline, source: .table)
    default: break
    }
    let call = calledName(expr) ?? call
    for child in expr.children {
      if let place = place(in: child, names: names, call: call) { return place }
    }
    return nil
  }

  private func place(in pipeline: Pipeline, source: CursorPlace) -> CursorPlace? {
    switch pipeline.source {
    case .stage(let stage):
      if isMark(stage.verb) { return source }
      if let place = place(in: StageCursor(pipeline, -1, stage)) { return place }
    case .nested(let nested, _):
      if let place = place(in: nested, source: .table) { return place }
    case .lastResult: break
    }
    for (index, stage) in pipeline.stages.enumerated() {
      if isMark(stage.verb) { return .verb }
      if let place = place(in: StageCursor(pipeline, index, stage)) { return place }
    }
    return nil
  }

  private func place(in cursor: StageCursor) -> CursorPlace? {
    let lists: [(Clause?, [Item])] =
      [(nil, cursor.stage.items)] + cursor.stage.clauses.map { ($0, $0.items) }
    for (clause, items) in lists {
      for (index, item) in items.enumerated() {
        if let name = item.name, isMark(name) { return .elsewhere }
        var here = cursor
        here.clause = clause
        here.item = item
        if case .name(let name) = item.value, isMark(name), item.name == nil {
          here.isFirst = index == 0 && clause == nil
        }
        for expr in [item.value] + [item.of].compactMap({ $0 }) {
          if let place = place(in: expr, here) { return place }
        }
      }
    }
    return nil
  }

  private func place(in expr: Expr, _ cursor: StageCursor) -> CursorPlace? {
    switch expr {
    case .name(let name) where isMark(name): return .item(cursor)
    case .parameter(let name) where isMark(name): return .parameter
    case .test(_, let isNegated, let name, _) where isMark(name):
      return .reason(isNegated: isNegated)
    case .literal(.text(let text), _) where text.contains(CursorPlace.mark):
      if cursor.clause?.word.text == "sheet" { return .sheet(cursor.stage) }
      return hasFile(cursor.stage, cursor.clause?.word.text) ? .file : .elsewhere
    case .table(let pipeline, _): return place(in: pipeline, source: .table)
    case .binary(let operation, let left, let right, _) where operation.isComparison:
      if let column = comparedColumn(left, right) { return .value(cursor, column: column) }
    case .call(_, let arguments, _):
      // What a function of texts looks for in a column is likely one of its values.
      if case .name(let column)? = arguments.first?.value,
        arguments.dropFirst().contains(where: { isMarkedText($0.value) })
      {
        return .value(cursor, column: column.text)
      }
    default: break
    }
    var cursor = cursor
    cursor.call = calledName(expr) ?? cursor.call
    for child in expr.children {
      if let place = place(in: child, cursor) { return place }
    }
    return nil
  }

  /// The column beside a text with the mark, in `column = "…"` or `column in ["…"]`.
  private func comparedColumn(_ left: Expr, _ right: Expr) -> String? {
    if case .name(let name) = left, isMarkedText(right) { return name.text }
    if case .name(let name) = right, isMarkedText(left) { return name.text }
    return nil
  }

  private func isMarkedText(_ expr: Expr) -> Bool {
    switch expr {
    case .literal(.text(let text), _): text.contains(CursorPlace.mark)
    case .list(let elements, _): elements.contains(where: isMarkedText)
    default: false
    }
  }

  private func calledName(_ expr: Expr) -> String? {
    if case .call(let name, _, _) = expr { name.text } else { nil }
  }

  private func isMark(_ name: Name) -> Bool { name.text.contains(CursorPlace.mark) }

  private func holdsMark(_ expr: Expr) -> Bool {
    if case .name(let name) = expr, isMark(name) { return true }
    return isMarkedText(expr) || expr.children.contains(where: holdsMark)
  }
}
