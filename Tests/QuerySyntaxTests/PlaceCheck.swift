import QuerySyntax
import SourceText

/// Checks that places lie in the file and inside the place of what holds them.
struct PlaceCheck {
  let end: Int

  func holds(_ statement: Statement) -> Bool {
    guard isInside(statement.range) else { return false }
    return switch statement.kind {
    case .data(let name, let stage): isInside(name.range) && holds(stage)
    case .param(let name, let type, let domain, let value):
      isInside(name.range) && (type.map { isInside($0.range) } ?? true)
        && holds(domain) && (value.map(holds) ?? true)
    case .letTable(_, let pipeline), .pipeline(let pipeline): holds(pipeline)
    case .letValue(_, let value), .print(let value): holds(value)
    case .def(_, let parameters, let value):
      holds(value) && parameters.allSatisfy { $0.value.map(holds) ?? true }
    case .use(_, let range): isInside(range)
    case .invalid: true
    }
  }

  private func holds(_ domain: ParamDomain?) -> Bool {
    switch domain {
    case .values(let expr): holds(expr)
    case .column(let column, let table): isInside(column.range) && isInside(table.range)
    case nil: true
    }
  }

  private func isInside(_ range: SourceRange) -> Bool {
    range.lower >= 0 && range.lower <= range.upper && range.upper <= end
  }

  private func holds(_ pipeline: Pipeline) -> Bool {
    let source =
      switch pipeline.source {
      case .stage(let stage): holds(stage)
      case .nested(let nested, let range): isInside(range) && holds(nested)
      case .lastResult(let range): isInside(range)
      }
    return source && isInside(pipeline.range) && pipeline.stages.allSatisfy(holds)
  }

  private func holds(_ stage: Stage) -> Bool {
    isInside(stage.range) && isInside(stage.verb.range) && stage.items.allSatisfy(holds)
      && stage.clauses.allSatisfy { isInside($0.range) && $0.items.allSatisfy(holds) }
  }

  private func holds(_ item: Item) -> Bool {
    isInside(item.range) && holds(item.value) && (item.of.map(holds) ?? true)
  }

  private func holds(_ expr: Expr) -> Bool {
    guard isInside(expr.range) else { return false }
    return switch expr {
    case .literal, .name, .parameter, .invalid: true
    case .unary(_, let operand, _), .test(let operand, _, _, _): holds(operand)
    case .binary(_, let left, let right, _): holds(left) && holds(right)
    case .range(let lower, let upper, _): [lower, upper].allSatisfy { $0.map(holds) ?? true }
    case .call(_, let arguments, _): arguments.allSatisfy { holds($0.value) }
    case .list(let elements, _): elements.allSatisfy(holds)
    case .conditional(let condition, let positive, let negative, _):
      holds(condition) && holds(positive) && holds(negative)
    case .table(let pipeline, _): holds(pipeline)
    }
  }
}
