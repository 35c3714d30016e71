extension Expr {
  /// The expressions directly inside, in the order written; tables are not entered.
  package var children: [Expr] {
    switch self {
    case .literal, .name, .parameter, .table, .invalid: []
    case .unary(_, let operand, _), .test(let operand, _, _, _): [operand]
    case .binary(_, let left, let right, _): [left, right]
    case .range(let lower, let upper, _): [lower, upper].compactMap { $0 }
    case .call(_, let arguments, _): arguments.map(\.value)
    case .list(let elements, _): elements
    case .conditional(let condition, let positive, let negative, _):
      [condition, positive, negative]
    }
  }
}
