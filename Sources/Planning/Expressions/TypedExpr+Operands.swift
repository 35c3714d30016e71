extension TypedExpr {
  /// The expressions directly inside, in the order written.
  var operands: [TypedExpr] {
    switch node {
    case .literal, .column, .kept: []
    case .cast(let inner), .negate(let inner), .not(let inner), .isMissing(let inner, _),
      .isIn(let inner, _):
      [inner]
    case .arithmetic(_, let left, let right), .join(let left, let right),
      .compare(_, let left, let right), .and(let left, let right), .or(let left, let right),
      .coalesce(let left, let right):
      [left, right]
    case .isBetween(let first, let second, let third),
      .conditional(let first, let second, let third):
      [first, second, third]
    case .call(_, let arguments): arguments
    }
  }

  /// Whether the value depends on a column.
  package func reads(_ index: Int) -> Bool {
    column == index || operands.contains { $0.reads(index) }
  }

  /// The tables of `let` whose one cell it uses, in the order written.
  var keptTables: [KeptTable] {
    if case .kept(let table) = node { return [table] }
    return operands.flatMap(\.keptTables)
  }
}
