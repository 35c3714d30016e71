import Planning
import QuerySyntax

extension Session {
  /// Which files some statements, with no others after them, read in one place only.
  func singleReads(in statements: [PlannedStatement], and others: [LogicalPlan] = [])
    -> SingleReads
  {
    if options.keepsColumns { return .none }
    let plans = statements.compactMap { statement -> LogicalPlan? in
      switch statement.action {
      case .show(let plan, _), .keep(_, let plan): plan
      case .print, .nothing: nil
      }
    }
    return SingleReads(in: plans + others)
  }

  /// The same for rows that are looked at while a script is planned, when what it will read is not
  /// known yet: files of its only statement.
  func singleReads(ahead script: Script) -> SingleReads {
    let count = script.statements.count { statement in
      switch statement.kind {
      case .letTable, .letValue, .use, .print, .pipeline: true
      case .data, .param, .def, .invalid: false
      }
    }
    return options.keepsColumns || count > 1 ? .none : .all
  }
}
