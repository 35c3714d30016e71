import Columnar

extension TypedExpr {
  /// Whether two expressions are written alike: of equal columns they give equal columns.
  package func isSame(as other: TypedExpr) -> Bool {
    guard type == other.type, isAlike(other) else { return false }
    let (own, others) = (parts, other.parts)
    return own.count == others.count && zip(own, others).allSatisfy { $0.isSame(as: $1) }
  }

  /// Whether both do the same with their parts.
  private func isAlike(_ other: TypedExpr) -> Bool {
    switch node {
    case .literal(let value): return other.literal == value
    case .column(let index): return other.column == index
    case .arithmetic(let operation, _, _):
      if case .arithmetic(operation, _, _) = other.node { return true }
    case .compare(let comparison, _, _):
      if case .compare(comparison, _, _) = other.node { return true }
    case .isMissing(_, let reason):
      if case .isMissing(_, reason) = other.node { return true }
    case .isIn(_, let values):
      if case .isIn(_, values) = other.node { return true }
    case .call(let function, _):
      if case .call(let called, _) = other.node { return called.name == function.name }
    case .kept(let table):
      if case .kept(let kept) = other.node { return kept === table }
    case .cast: if case .cast = other.node { return true }
    case .negate: if case .negate = other.node { return true }
    case .join: if case .join = other.node { return true }
    case .and: if case .and = other.node { return true }
    case .or: if case .or = other.node { return true }
    case .not: if case .not = other.node { return true }
    case .isBetween: if case .isBetween = other.node { return true }
    case .coalesce: if case .coalesce = other.node { return true }
    case .conditional: if case .conditional = other.node { return true }
    }
    return false
  }

  /// Whether no row can make it a fault. Of functions nothing is known here, and integers may grow
  /// too large.
  package var isTotal: Bool {
    switch node {
    case .call, .kept: return false
    case .arithmetic, .negate:
      guard type == .number else { return false }
    case .literal, .column, .cast, .join, .compare, .and, .or, .not, .isMissing, .isIn,
      .isBetween, .coalesce, .conditional:
      break
    }
    return parts.allSatisfy(\.isTotal)
  }
}
