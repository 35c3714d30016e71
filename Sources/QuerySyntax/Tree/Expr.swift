package import SourceText

/// An expression as written, with its places.
package indirect enum Expr: Hashable, Sendable {
  case literal(Literal, SourceRange)
  /// A bare or quoted name: a column, or a table where one is expected.
  case name(Name)
  /// `$name`
  case parameter(Name)
  case unary(UnaryOperator, Expr, SourceRange)
  case binary(BinaryOperator, Expr, Expr, SourceRange)
  /// `a..b`; either end may be open in a list of columns.
  case range(Expr?, Expr?, SourceRange)
  /// `x is missing`, `x is not suppressed`
  case test(Expr, negated: Bool, Name, SourceRange)
  case call(Name, [Argument], SourceRange)
  case list([Expr], SourceRange)
  /// `if C then A else B`
  case conditional(Expr, Expr, Expr, SourceRange)
  /// `(PIPELINE)`
  case table(Pipeline, SourceRange)
  /// Something that could not be read; a diagnostic has been made for it.
  case invalid(SourceRange)

  /// Where it stands.
  package var range: SourceRange {
    switch self {
    case .name(let name), .parameter(let name): name.range
    case .literal(_, let range), .unary(_, _, let range), .binary(_, _, _, let range),
      .range(_, _, let range), .test(_, _, _, let range), .call(_, _, let range),
      .list(_, let range), .conditional(_, _, _, let range), .table(_, let range),
      .invalid(let range):
      range
    }
  }
}

/// An argument of a call: `x` or `weight: x`.
package struct Argument: Hashable, Sendable {
  package let label: Name?
  package let value: Expr

  /// Makes an argument.
  package init(label: Name? = nil, value: Expr) {
    self.label = label
    self.value = value
  }
}
