extension TypedExpr {
  /// Adds the positions of all columns it is computed from.
  package func collectColumns(_ found: inout Set<Int>) {
    if case .column(let index) = node { found.insert(index) }
    for part in parts { part.collectColumns(&found) }
  }

  /// The positions of the columns it is computed from.
  package var columns: Set<Int> {
    var found: Set<Int> = []
    collectColumns(&found)
    return found
  }

  /// The expressions it is directly made of, in order.
  package var parts: [TypedExpr] {
    switch node {
    case .literal, .column, .kept: []
    case .cast(let inner), .negate(let inner), .not(let inner), .isMissing(let inner, _),
      .isIn(let inner, _):
      [inner]
    case .arithmetic(_, let left, let right), .join(let left, let right),
      .compare(_, let left, let right), .and(let left, let right), .or(let left, let right),
      .coalesce(let left, let right):
      [left, right]
    case .isBetween(let inner, let lower, let upper): [inner, lower, upper]
    case .conditional(let condition, let positive, let negative): [condition, positive, negative]
    case .call(_, let arguments): arguments
    }
  }

  /// The same expression with its parts replaced, in the order of ``parts``.
  package func with(parts: [TypedExpr]) -> TypedExpr {
    let node: Node =
      switch self.node {
      case .literal, .column, .kept: self.node
      case .cast: .cast(parts[0])
      case .negate: .negate(parts[0])
      case .not: .not(parts[0])
      case .isMissing(_, let reason): .isMissing(parts[0], reason)
      case .isIn(_, let values): .isIn(parts[0], values)
      case .arithmetic(let operation, _, _): .arithmetic(operation, parts[0], parts[1])
      case .join: .join(parts[0], parts[1])
      case .compare(let comparison, _, _): .compare(comparison, parts[0], parts[1])
      case .and: .and(parts[0], parts[1])
      case .or: .or(parts[0], parts[1])
      case .coalesce: .coalesce(parts[0], parts[1])
      case .isBetween: .isBetween(parts[0], parts[1], parts[2])
      case .conditional: .conditional(parts[0], parts[1], parts[2])
      case .call(let function, _): .call(function, parts)
      }
    return TypedExpr(node, type, meaning: meaning)
  }

  /// The same expression over columns at other positions.
  package func moved(_ position: (Int) -> Int) -> TypedExpr {
    if case .column(let index) = node {
      return TypedExpr(.column(position(index)), type, meaning: meaning)
    }
    return with(parts: parts.map { $0.moved(position) })
  }

  /// Whether the value depends on a column.
  package func reads(_ index: Int) -> Bool {
    column == index || parts.contains { $0.reads(index) }
  }

  /// The tables of `let` whose one cell it uses, in the order written.
  var keptTables: [KeptTable] {
    if case .kept(let table) = node { return [table] }
    return parts.flatMap(\.keptTables)
  }
}
