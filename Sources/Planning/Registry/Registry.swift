package import QuerySyntax

/// Every verb, source and function a script can name.
package struct Registry: Vocabulary, Sendable {
  package let verbs: [Verb]
  package var sources: [SourceFunction]
  package let functions: [ScalarFunction]
  package let aggregates: [Aggregate]
  package let windows: [WindowFunction]

  /// Makes a registry of lists; each is kept in the order of the names shown.
  package init(
    verbs: [Verb], sources: [SourceFunction], functions: [ScalarFunction],
    aggregates: [Aggregate], windows: [WindowFunction]
  ) {
    self.verbs = verbs.sorted { $0.name < $1.name }
    self.sources = sources
    self.functions = functions.sorted { $0.name < $1.name }
    self.aggregates = aggregates.sorted { $0.name < $1.name }
    self.windows = windows.sorted { $0.name < $1.name }
  }

  /// The verb with a name or alias.
  package func verb(_ name: String) -> Verb? {
    verbs.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// The source function with a name.
  package func source(_ name: String) -> SourceFunction? { sources.first { $0.name == name } }

  /// The scalar function with a name.
  package func function(_ name: String) -> ScalarFunction? { functions.first { $0.name == name } }

  /// The aggregate with a name.
  package func aggregate(_ name: String) -> Aggregate? { aggregates.first { $0.name == name } }

  /// The time or window function with a name.
  package func window(_ name: String) -> WindowFunction? { windows.first { $0.name == name } }

  /// Names of verbs with their aliases.
  package var verbNames: [String] { verbs.flatMap { [$0.name] + $0.aliases } }

  /// Names of everything that is called with brackets.
  package var callNames: [String] {
    functions.map(\.name) + aggregates.map(\.name) + windows.map(\.name)
  }

  // MARK: Vocabulary

  /// The clause words of a verb, of a source function, or of `data`.
  package func clauseWords(of verb: String) -> [String]? {
    clauses(of: verb)?.map(\.word)
  }

  /// The form in which items of a verb or clause define names.
  package func definition(in verb: String, clause: String?) -> DefinitionForm {
    guard let clause else { return self.verb(verb)?.form ?? .none }
    return clauses(of: verb)?.first { $0.word == clause }?.form ?? .none
  }

  private func clauses(of name: String) -> [ClauseSignature]? {
    if name == Declaration.word { return Declaration.clauses }
    return verb(name)?.clauses ?? source(name)?.clauses
  }
}
