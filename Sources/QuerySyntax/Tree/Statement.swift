package import SourceText

/// One statement of a script.
package struct Statement: Hashable, Sendable {
  /// What a statement does.
  package enum Kind: Hashable, Sendable {
    /// `data NAME = SOURCE …`; the source's and the declaration's clauses stand in one stage.
    case data(Name, Stage)
    /// `param NAME: TYPE in DOMAIN = DEFAULT`
    case param(Name, type: Name?, domain: ParamDomain?, value: Expr?)
    case letTable(Name, Pipeline)
    case letValue(Name, Expr)
    case def(Name, [Parameter], Expr)
    case use(String, SourceRange)
    case print(Expr)
    case pipeline(Pipeline)
    /// Could not be read; a diagnostic has been made for it.
    case invalid
  }

  package let kind: Kind
  package let range: SourceRange
  /// Comments on the lines before it, and those in it that no stage or clause has.
  package var remarks: [Remark]
}

/// The values a param may have.
package enum ParamDomain: Hashable, Sendable {
  /// A list or a range of values.
  case values(Expr)
  /// `table.column`: the values that column has.
  case column(Name, of: Name)

  /// Where it stands.
  package var range: SourceRange {
    switch self {
    case .values(let expr): expr.range
    case .column(let column, let table): table.range.union(column.range)
    }
  }
}

/// A parameter of a `def`.
package struct Parameter: Hashable, Sendable {
  package let name: Name
  package let type: Name?
  package let value: Expr?
}

/// A whole script as written.
package struct Script: Sendable {
  package let file: SourceFile
  package let statements: [Statement]
  /// Comments after the last statement.
  package let closingRemarks: [Remark]
  /// Faults of the text; the tree holds what could be read all the same.
  package let diagnostics: [Diagnostic]
  /// Whether the text stops where more must follow: an open bracket, a trailing `|` or comma.
  package let isIncomplete: Bool
}
