package import QuerySyntax

/// A stage's meaning: how it turns one plan into another.
package struct Verb: Sendable {
  package let name: String
  /// Other spellings.
  package let aliases: [String]
  package let clauses: [ClauseSignature]
  /// How its items define names.
  package let form: DefinitionForm
  package let itemKind: ItemKind
  /// Whether its rows have the columns of its input.
  package let keepsColumns: Bool
  package let documentation: UnitDocumentation
  /// Whether it can stand behind a figure.
  package let followsFigure: Bool
  /// Checks the call and builds the plan; nil when faults were reported.
  package let plan: @Sendable (VerbCall, inout Planner) -> LogicalPlan?

  /// Makes a verb.
  package init(
    _ name: String, aliases: [String] = [], items: ItemKind, form: DefinitionForm = .none,
    clauses: [ClauseSignature] = [], keepsColumns: Bool = false,
    _ documentation: UnitDocumentation, followsFigure: Bool = false,
    plan: @escaping @Sendable (VerbCall, inout Planner) -> LogicalPlan?
  ) {
    self.name = name
    self.aliases = aliases
    self.clauses = clauses
    self.form = form
    itemKind = items
    self.keepsColumns = keepsColumns
    self.documentation = documentation
    self.followsFigure = followsFigure
    self.plan = plan
  }
}
